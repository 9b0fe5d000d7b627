#!/usr/bin/env node
// What of npm's packages is in a bundle: node scripts/sbom.mjs NAME STATS FOLDER, with the statistics that ncc wrote when it made it.
// Writes FOLDER/sbom.json (CycloneDX) and FOLDER/licenses.txt (every licence with its text). The same bundle gives the same bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [name, statsFile, folder] = process.argv.slice(2)
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
const project = JSON.parse(readFileSync('package.json', 'utf8'))

const packages = [...new Set(modulesOf(JSON.parse(readFileSync(statsFile, 'utf8'))).flatMap(packageFolder))]
  .map(readPackage)
  .sort((left, right) => (left.key < right.key ? -1 : 1))
writeFileSync(join(folder, 'sbom.json'), `${JSON.stringify(billOfMaterials(), undefined, 2)}\n`)
writeFileSync(
  join(folder, 'licenses.txt'),
  packages.map(({ key, license, text }) => `${key}\n${license}\n\n${text.trim()}\n`).join(`\n${'-'.repeat(80)}\n\n`),
)

/** Names of all modules; those that were joined into one are below it. */
function modulesOf({ modules = [], children = [] }) {
  return [...modules, ...children].flatMap(part => [part.nameForCondition ?? part.name ?? '', ...modulesOf(part)])
}

/** The folder of the package that a module is of, from the root of the project; a package may lie within another one. */
function packageFolder(module) {
  const [path] = module.match(/node_modules\/.*/) ?? []
  return path?.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []
}

function readPackage(path) {
  const locked = lock[path]
  if (locked?.integrity === undefined)
    throw new Error(`${path} is bundled, and package-lock.json does not know its bytes`)
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  if (version !== locked.version) throw new Error(`${path} is ${version}, package-lock.json says ${locked.version}`)
  if (typeof license !== 'string') throw new Error(`${path} names no licence`)
  const file = readdirSync(path)
    .sort()
    .find(entry => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(entry))
  if (file === undefined) throw new Error(`${path} brings no text of its licence`)
  return {
    key: `${name}@${version}`,
    name,
    version,
    license,
    integrity: locked.integrity,
    text: readFileSync(join(path, file), 'utf8'),
  }
}

function billOfMaterials() {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `${project.name}/${name}`,
        name: `${project.name}/${name}`,
        version: project.version,
        licenses: [{ license: { id: project.license } }],
      },
    },
    components: packages.map(component),
    dependencies: [
      { ref: `${project.name}/${name}`, dependsOn: packages.map(({ name, version }) => purl(name, version)) },
    ],
  }
}

function component({ name, version, license, integrity }) {
  const [algorithm, digest] = integrity.split('-')
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    purl: purl(name, version),
    // What npm checked the package's archive by.
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
    licenses: [/^[\w.-]+$/.test(license) ? { license: { id: license } } : { expression: license }],
  }
}

function purl(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}
