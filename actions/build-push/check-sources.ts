import { UserError } from '../../src/errors.js'
import type { Files } from '../../src/runner/ports.js'
import type { Builder } from './builder.js'
import { foreignStep } from './dockerfile.js'
import type { ImageTarget } from './targets.js'

/** Checks that what is to be built is there, and that the builder can build it. */
export async function checkSources(
  targets: readonly ImageTarget[],
  builder: Builder | undefined,
  files: Files,
): Promise<readonly UserError[]> {
  const perTarget = await Promise.all(targets.map(target => checkSource(target, builder, files)))
  return perTarget.flat()
}

async function checkSource(
  target: ImageTarget,
  builder: Builder | undefined,
  files: Files,
): Promise<readonly UserError[]> {
  const errors: UserError[] = []
  const say = (problem: string, next?: string) =>
    errors.push(new UserError(`image "${target.name}": ${problem}`, next === undefined ? {} : { next }))
  if (target.context !== undefined && (await files.kind(target.context)) !== 'folder') {
    say(`its context ${target.context} is no folder`)
  }
  const dockerfile = target.dockerfile === undefined ? undefined : await files.readText(target.dockerfile)
  if (target.dockerfile !== undefined && dockerfile === undefined) {
    const beside = target.context && `${target.context}/${target.dockerfile.split('/').at(-1)}`
    const found = beside !== undefined && (await files.kind(beside)) === 'file'
    say(
      `its Dockerfile ${target.dockerfile} does not exist`,
      found ? `"file" starts at the root of the repository; there is one at ${beside}` : undefined,
    )
  }
  for (const platform of builder === undefined ? [] : target.platforms) {
    if (builder?.platforms.includes(platform) || builder?.platforms.length === 0) continue
    const step = dockerfile === undefined ? undefined : foreignStep(dockerfile, target.stage)
    // Without a RUN on the platform itself (only COPY, or cross-compiling) any builder will do.
    if (step === undefined) continue
    say(
      `the builder "${builder?.name}" has no ${platform} (it has ${builder?.platforms.join(', ')}), and line ${step.line} of its Dockerfile runs there`,
      'Install QEMU on the runner (docker/setup-qemu-action, or docker run --privileged tonistiigi/binfmt --install all), or name a builder with such a node (docs/builders.md)',
    )
  }
  return errors
}
