import { parseReference } from '../image/reference.js'
import { type Key, readSourceFile } from '../yaml/source-file.js'
import { locate } from './locate.js'
import { AUTOMATION_FOLDER, SYNC_FILE } from './places.js'
import type { Values } from './values.js'

/**
 * What the tree itself says of the values by which other places are found, which is something else than `flux/fluxgate-values.yaml` where
 * somebody has changed a value there.
 *
 * @param stated what that file says; it counts where the tree says nothing
 */
export function standingValues(texts: ReadonlyMap<string, string>, stated: Values): Values {
  const read = (file: string, object: string, steps: readonly Key[]): string | undefined => {
    return locate(readSourceFile(file, texts.get(file) ?? ''), { object, steps }, [stated])?.current
  }
  const image = (name: string) =>
    parseReference(
      read(`${AUTOMATION_FOLDER}/image-repositories.yaml`, `ImageRepository ${name}`, ['spec', 'image']) ?? '',
    )
  const [frontend, backend] = [image('frontend'), image('backend')]
  return {
    ...stated,
    registry: frontend?.registry ?? stated.registry,
    'frontend-image': frontend?.name ?? stated['frontend-image'],
    'backend-image': backend?.name ?? stated['backend-image'],
    branch: read(SYNC_FILE, 'GitRepository flux-system', ['spec', 'ref', 'branch']) ?? stated.branch,
  }
}
