import { expect, test } from '@jest/globals'
import { buildDefaults } from '../../../src/build-defaults.js'
import { takeInventory } from '../../../src/flux/inventory.js'
import { emptyConfig } from '../config.js'
import { fluxVersionOf } from '../flux-version.js'
import { lint } from '../lint.js'
import { apiServedRule } from './api-served.js'

const repository = `apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata: {name: frontend, namespace: flux-system}
spec: {image: registry.example.com/frontend, interval: 1m}
`

test('a removed version is an error where the tree says its Flux, and a warning where nothing does', () => {
  expect(severities({ 'repository.yaml': repository })).toEqual(['warning'])
  const components = '# Flux Version: v2.9.0\napiVersion: v1\nkind: Namespace\nmetadata: {name: flux-system}\n'
  expect(severities({ 'repository.yaml': repository, 'platform/flux.yaml': components })).toEqual(['error'])
})

function severities(files: Readonly<Record<string, string>>): readonly string[] {
  const inventory = takeInventory(Object.entries(files), buildDefaults)
  const flux = fluxVersionOf(inventory, emptyConfig)
  return lint({ inventory, config: emptyConfig, flux, rules: [apiServedRule] }).map(({ severity }) => severity)
}
