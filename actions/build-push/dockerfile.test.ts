import { describe, expect, it } from '@jest/globals'
import { foreignStep } from './dockerfile.js'

describe('a step that needs the platform itself', () => {
  it('is the first RUN, with its line and without its line ends', () => {
    const dockerfile = `# syntax=docker/dockerfile:1
FROM node:24

# a comment
RUN npm ci \\
    # a comment inside

    && npm run build
RUN true
`
    expect(foreignStep(dockerfile, undefined)).toEqual({ line: 5, text: 'RUN npm ci && npm run build' })
  })

  it.each([
    ['FROM scratch\nCOPY site /site\n'],
    ['FROM nginx\nCOPY --chown=1:1 . /\nENTRYPOINT ["x"]\nLABEL a="RUN x"\n'],
    ['# RUN true\nFROM scratch\n'],
    ['FROM scratch\nCMD \\\nRUN true\n'],
    [''],
    ['RUN true\n'],
  ])('is none in %j', dockerfile => {
    expect(foreignStep(dockerfile, undefined)).toBeUndefined()
  })

  it.each(['RUN x', 'run x', 'Run\tx', '  RUN x'])('is found as %j', step => {
    expect(foreignStep(`FROM alpine\n${step}\n`, undefined)?.line).toBe(2)
  })

  it('is found with Windows’ line ends', () => {
    expect(foreignStep('FROM alpine\r\nRUN a \\\r\n  b\r\n', undefined)).toEqual({ line: 2, text: 'RUN a b' })
  })
})

describe('stages', () => {
  const crossCompiling = `
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
ARG TARGETARCH
RUN GOARCH=$TARGETARCH go build -o /app .
FROM scratch AS runtime
COPY --from=build /app /app
`

  it('on the builder’s own platform need no other: cross-compiling works anywhere', () => {
    expect(foreignStep(crossCompiling, undefined)).toBeUndefined()
    expect(foreignStep(crossCompiling.replace('$BUILDPLATFORM', '${BUILDPLATFORM}'), undefined)).toBeUndefined()
  })

  it.each(['$TARGETPLATFORM', '${TARGETPLATFORM}', 'linux/$TARGETARCH'])(
    'on the target’s platform are foreign although they say so themselves with %s',
    platform => {
      expect(
        foreignStep(
          crossCompiling.replace('$BUILDPLATFORM', () => platform),
          undefined,
        )?.line,
      ).toBe(4)
    },
  )

  it('take over the platform of the stage that they begin from', () => {
    const dockerfile =
      'FROM --platform=$BUILDPLATFORM node AS base\nFROM base AS build\nRUN x\nFROM scratch\nCOPY --from=build / /\n'
    expect(foreignStep(dockerfile, undefined)).toBeUndefined()
  })

  it('that the wanted image does not need are not looked at', () => {
    const dockerfile = 'FROM alpine AS test\nRUN test\nFROM scratch AS runtime\nCOPY . /\n'
    expect(foreignStep(dockerfile, undefined)).toBeUndefined()
    expect(foreignStep(dockerfile, 'runtime')).toBeUndefined()
    expect(foreignStep(dockerfile, 'test')?.line).toBe(2)
  })

  it('are the last one unless a target is told, by name in any case or by number', () => {
    const dockerfile = 'FROM alpine AS Build\nRUN a\nFROM scratch\n'
    expect(foreignStep(dockerfile, undefined)).toBeUndefined()
    expect(foreignStep(dockerfile, 'BUILD')?.line).toBe(2)
    expect(foreignStep(dockerfile, '0')?.line).toBe(2)
    expect(foreignStep(dockerfile, '1')).toBeUndefined()
    expect(foreignStep(dockerfile, 'missing')).toBeUndefined()
  })

  it.each([
    'FROM dep',
    'FROM scratch\nCOPY --from=dep / /',
    'FROM scratch\nCOPY --link --from=dep / /',
    'FROM scratch\nCOPY --from=0 / /',
    'FROM scratch\nADD --from=DEP / /',
    'FROM --platform=$BUILDPLATFORM node\nRUN --mount=type=bind,from=dep,target=/d x',
    'FROM --platform=$BUILDPLATFORM node\nRUN --mount=from=dep,target=/d x',
  ])('are needed through %j', rest => {
    expect(foreignStep(`FROM alpine AS dep\nRUN y\n${rest}\n`, undefined)).toEqual({ line: 2, text: 'RUN y' })
  })

  it('are needed through each other', () => {
    const dockerfile =
      'FROM alpine AS a\nRUN x\nFROM scratch AS b\nCOPY --from=a / /\nFROM scratch\nCOPY --from=b / /\n'
    expect(foreignStep(dockerfile, undefined)?.line).toBe(2)
  })

  it('of a name are the one before, never the stage itself or a later one', () => {
    const named = 'FROM alpine AS alpine\nCOPY --from=later / /\nFROM x AS later\nRUN y\n'
    expect(foreignStep(named, 'alpine')).toBeUndefined()
    expect(foreignStep('FROM scratch\nCOPY --from=1 / /\nFROM x\nRUN y\n', '0')).toBeUndefined()
  })

  it('that are images elsewhere need nothing to run', () => {
    expect(foreignStep('FROM scratch\nCOPY --from=ghcr.io/me/tool:1 /x /x\n', undefined)).toBeUndefined()
  })
})

describe('here-documents', () => {
  it('are no instructions, whatever stands in them', () => {
    const dockerfile = `FROM scratch
COPY <<EOF <<-"END" /etc/
RUN first
FROM other
EOF
	RUN second
	END
COPY <<'A' /b
RUN third
A
`
    expect(foreignStep(dockerfile, undefined)).toBeUndefined()
  })

  it('end where they end: what follows counts again', () => {
    expect(foreignStep('FROM alpine\nCOPY <<EOF /x\ntext\nEOF\nRUN y\n', undefined)).toEqual({ line: 5, text: 'RUN y' })
  })

  it('do not end at a word that is indented, unless they allow tabs', () => {
    expect(foreignStep('FROM alpine\nCOPY <<EOF /x\n\tEOF\nRUN text\nEOF\nRUN y\n', undefined)?.line).toBe(6)
    expect(foreignStep('FROM alpine\nCOPY <<-EOF /x\n\tEOF\nRUN y\n', undefined)?.line).toBe(4)
  })

  it('of a RUN belong to it', () => {
    expect(foreignStep('FROM alpine\nRUN <<EOF\nset -e\nEOF\n', undefined)?.line).toBe(2)
  })

  it.each(['RUN --mount=from=tool,target=/t cat <<<EOF', 'RUN x=$((1<<N))', 'COPY a<<B /x'])(
    'are not begun by %j: what follows counts',
    line => {
      const dockerfile = `FROM --platform=$BUILDPLATFORM node AS a\n${line}\nFROM alpine\nRUN y\n`
      expect(foreignStep(dockerfile, undefined)?.line).toBe(4)
    },
  )
})

describe('the escape directive', () => {
  it('changes what joins lines', () => {
    expect(foreignStep('# escape=`\nFROM x\nCMD a `\n RUN b\nENV P=C:\\\nRUN c\n', undefined)?.line).toBe(6)
  })

  it('counts only at the very top', () => {
    expect(foreignStep('FROM x\n# escape=`\nCMD a \\\n RUN b\n', undefined)).toBeUndefined()
    expect(foreignStep('# note\n# escape=`\nFROM x\nCMD a \\\n RUN b\n', undefined)).toBeUndefined()
  })

  it('may stand beside other directives', () => {
    const dockerfile = '# syntax=docker/dockerfile:1\n# Escape = `\nFROM x\nCMD a `\n RUN b\n'
    expect(foreignStep(dockerfile, undefined)).toBeUndefined()
  })
})
