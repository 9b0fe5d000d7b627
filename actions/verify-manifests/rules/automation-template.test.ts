import { expect, test } from '@jest/globals'
import { buildDefaults } from '../../../src/build-defaults.js'
import { takeInventory } from '../../../src/flux/inventory.js'
import { emptyConfig } from '../config.js'
import { fluxVersionOf } from '../flux-version.js'
import { lint } from '../lint.js'
import { automationTemplate } from './automation-template.js'
import { exampleDeployment, exampleImage, exampleLoopWith } from './example-loop.js'

/** The severities of what is said of a template. */
function said(template: string, version: string, minor?: number): readonly string[] {
  const loop = exampleLoopWith({ commit: `      messageTemplate: "${template}"\n` })
  const files = {
    'flux/image-automation.yaml': (loop['flux/image-automation.yaml'] ?? '').replaceAll(
      'image.toolkit.fluxcd.io/v1\n',
      `image.toolkit.fluxcd.io/${version}\n`,
    ),
    'flux/frontend.yaml': exampleDeployment(
      `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
    ),
  }
  const inventory = takeInventory(Object.entries(files), buildDefaults)
  const flux = fluxVersionOf(inventory, emptyConfig, minor)
  return lint({ inventory, now: 0, config: emptyConfig, flux, rules: [automationTemplate] }).map(
    ({ severity }) => severity,
  )
}

test.each<[string, string, string, number | undefined, readonly string[]]>([
  ['an older field in a tree that is for 2.7 at least', '{{ .Updated.Images }}', 'v1', undefined, ['error']],
  ['an older field where nothing says which Flux it is', '{{ .Updated.Images }}', 'v1beta2', undefined, ['warning']],
  ['an older field for a Flux that has it', '{{ .Updated.Images }}', 'v1beta2', 6, []],
  ['an older field for a Flux that has it no more', '{{ .Updated.Images }}', 'v1beta2', 7, ['error']],
  ['a template that no Flux renders', '{{ .Updated.Images', 'v1beta2', undefined, ['error']],
])('%s', (_, template, version, minor, expected) => {
  expect(said(template, version, minor)).toEqual(expected)
})
