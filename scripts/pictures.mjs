// Draws docs/pictures: runs the committed action on a change of a real tree, as the runner does, and shows what it printed as
// GitHub shows it. Nothing in the pictures is written here but the page around it.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { marked } from 'marked'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))
const policies = 'flux/clusters/production/image-automation/image-policies.yaml'
const pictures = join(root, 'docs/pictures')
/** A README is read over slow lines too. */
const MOST_BYTES = 150_000
const work = mkdtempSync(join(tmpdir(), 'fluxgate-pictures-'))

try {
  const printed = runGate(proposedChange())
  mkdirSync(pictures, { recursive: true })
  draw('annotation', 880, 1.25, annotationPage(printed))
  draw('summary', 700, 1, summaryPage(printed.summary))
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** The reference repository, with a last commit that sorts one image's tags as a real homelab's first attempt did: by SHA. */
function proposedChange() {
  const folder = join(work, 'tree')
  for (const path of ['flux/clusters', '.github/workflows/build-and-push.yml']) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '.')
  git('commit', '--quiet', '--message=before')
  git('switch', '--quiet', '--create', 'change')
  const before = readFileSync(join(folder, policies), 'utf8')
  const after = before
    .replace(/pattern: .*\n.*extract: .*/, () => "pattern: '^main-[a-f0-9]+-[0-9]+$'")
    .replace('numerical:', 'alphabetical:')
  writeFileSync(join(folder, policies), after)
  git('commit', '--quiet', '--all', '--message=after')
  return { folder, base: 'main', before, sha: git('rev-parse', 'HEAD').trim() }
}

/** What the action gave the runner: its annotations and its summary. */
function runGate({ folder, base, sha, before }) {
  const { inputs } = parse(readFileSync(join(root, 'actions/verify-manifests/action.yml'), 'utf8'))
  const given = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, { default: value }]) => [name, value])),
    base,
    'github-token': '',
  }
  const files = { GITHUB_OUTPUT: join(work, 'output'), GITHUB_STEP_SUMMARY: join(work, 'summary.md') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'dist/verify-manifests/index.js')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_BASE_REF: 'main',
      GITHUB_SHA: sha,
      RUNNER_TEMP: work,
      ...files,
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  })
  if (status !== 1) throw new Error(`the gate should be closed; exit code ${status}\n${stdout}`)
  const annotations = [...stdout.matchAll(/^::(error|warning) (\S+)::(.*)$/gm)].map(
    ([, kind, properties, message]) => ({
      kind,
      ...Object.fromEntries(properties.split(',').map(part => part.split('='))),
      message: decodeURIComponent(message.replace(/%(?!0A|0D|25)/g, '%25')),
    }),
  )
  return { folder, before, annotations, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') }
}

/** The changed lines with the annotation below its place, as the tab of changed files shows them. */
function annotationPage({ folder, before, annotations: [first] }) {
  const lines = readFileSync(join(folder, first.file), 'utf8').split('\n')
  const known = new Set(before.split('---')[0].split('\n'))
  const end = Number(first.endLine ?? first.line)
  const rows = lines.slice(0, end + 1).map((line, index) => {
    const isNew = !known.has(line)
    const note =
      index + 1 === end
        ? `<div class="note"><b>✗ Check failure on line ${first.line}</b><span>fluxgate</span><pre>${escaped(first.message)}</pre></div>`
        : ''
    return `<div class="row${isNew ? ' new' : ''}"><i>${index + 1}</i><code>${isNew ? '+' : ' '} ${escaped(line)}</code></div>${note}`
  })
  return `<div class="file"><header>${escaped(first.file)}</header>${rows.join('')}</div>`
}

function summaryPage(markdown) {
  const renderer = new marked.Renderer()
  const plain = renderer.code
  renderer.code = token =>
    token.lang === 'mermaid' ? `<pre class="mermaid">${escaped(token.text)}</pre>` : plain(token)
  return `<article>${marked.parse(markdown, { gfm: true, renderer })}</article>`
}

function escaped(text) {
  return text.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)
}

/** Draws a page as high as it turns out to be. */
function draw(name, width, scale, body) {
  const page = join(work, `${name}.html`)
  const style = readFileSync(join(root, 'scripts/pictures.css'), 'utf8')
  const mermaid = pathToFileURL(join(root, '.tools/mermaid/mermaid.min.js'))
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>${style}</style><body>${body}<script src="${mermaid}"></script><script>
    mermaid.initialize({ startOnLoad: false, theme: 'default', fontFamily: 'Liberation Sans, sans-serif' })
    mermaid.run().finally(() => { document.title = 'height=' + Math.ceil(document.body.getBoundingClientRect().height) })
    </script>`,
  )
  const chromium = (...args) =>
    execFileSync(
      'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        '--virtual-time-budget=20000',
        `--user-data-dir=${join(work, 'profile')}`,
        ...args,
        pathToFileURL(page).href,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000, env: { ...process.env, HOME: work } },
    )
  const height = /<title>height=(\d+)/.exec(chromium(`--window-size=${width},1000`, '--dump-dom'))?.[1]
  if (height === undefined) throw new Error(`${name}: the page was not drawn`)
  const picture = join(pictures, `${name}.png`)
  chromium(`--window-size=${width},${height}`, `--force-device-scale-factor=${scale}`, `--screenshot=${picture}`)
  const bytes = readFileSync(picture).length
  if (bytes > MOST_BYTES) throw new Error(`${picture} has ${bytes} bytes, more than ${MOST_BYTES}: draw it narrower`)
  console.log(`${picture}: ${width} by ${height}, ${Math.ceil(bytes / 1000)} KB`)
}
