import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeSealingKey, type SealingKey } from '../fakes/sealing-key.js'
import { startFaultServer } from '../lab/fault-server.js'
import { startKubernetesApi } from '../lab/kubernetes-api.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'index.js')

describe('fluxgate seal fetch', () => {
  let lab: Lab
  let key: SealingKey

  beforeAll(async () => {
    lab = await openLab()
    key = makeSealingKey(lab.folder)
  })

  afterAll(() => lab.stop())

  /** A kubectl that does what the script says: no cluster is at hand. */
  async function fetchWith(script: string, ...args: readonly string[]) {
    const bin = await lab.makeFolder('bin')
    await writeFile(join(bin, 'kubectl'), `#!/bin/sh\necho "$@" >> "$(dirname "$0")/calls"\n${script}`)
    await chmod(join(bin, 'kubectl'), 0o755)
    const cwd = await lab.makeFolder('work')
    const env = { PATH: `${bin}:${lab.env.PATH}` }
    const result = await run(lab, { command: process.execPath, args: [CLI, 'seal', 'fetch', ...args], cwd, env })
    const read = (path: string) => readFile(path, 'utf8').catch(() => '')
    return { ...result, written: await read(join(cwd, 'pub-cert.pem')), calls: await read(join(bin, 'calls')) }
  }

  test('asks the controller through a port-forward, and ends it', async () => {
    const server = await startFaultServer(lab)
    server.fail({ path: /^\/v1\/cert\.pem$/, on: 'all', answer: { status: 200, body: key.certificate } })
    const script = `echo "Forwarding from 127.0.0.1:${server.port} -> 8080"; exec sleep 60`
    const result = await fetchWith(script, '--namespace', 'kube-system')
    expect(result).toMatchObject({ code: 0, written: key.certificate })
    expect(result.calls).toBe('--namespace kube-system port-forward service/sealed-secrets-controller :8080\n')
    expect(result.stderr).toMatch(/^SHA-256 [0-9a-f]{64}, valid to /)
  })

  test('asks the API server where no port-forward is allowed', async () => {
    await mkdir(join(lab.folder, 'here'), { recursive: true })
    const script = `if [ "$1" = get ]; then cat ${key.certificateFile}; else echo "forbidden" >&2; exit 1; fi`
    const result = await fetchWith(script, '--output', '-')
    expect(result).toMatchObject({ code: 0, stdout: key.certificate, written: '' })
    expect(result.calls).toContain(
      'get --raw /api/v1/namespaces/flux-system/services/http:sealed-secrets-controller:8080/proxy/v1/cert.pem',
    )
  })

  test('says both reasons and how to do it by hand where the cluster is not reached', async () => {
    const result = await fetchWith('echo "no route to host" >&2; exit 1')
    expect(result).toMatchObject({ code: 1, written: '' })
    expect(result.stderr).toContain('kubectl port-forward: no route to host; kubectl get --raw: no route to host')
    expect(result.stderr).toContain('port-forward service/sealed-secrets-controller 8080:8080')
  })

  test('writes nothing that is no certificate', async () => {
    const result = await fetchWith('if [ "$1" = get ]; then echo "<html>"; else exit 1; fi')
    expect(result).toMatchObject({ code: 1, written: '' })
    expect(result.stderr).toContain('holds no certificate')
  })

  describeWith(['kubectl'], 'with a real kubectl', () => {
    const controller = { namespace: 'flux-system', service: 'sealed-secrets-controller' }

    async function fetchFrom(kubeconfig: string) {
      const cwd = await lab.makeFolder('work')
      const env = { KUBECONFIG: kubeconfig, HOME: cwd }
      const args = [CLI, 'seal', 'fetch']
      const result = await run(lab, { command: process.execPath, args, cwd, env })
      return { ...result, written: await readFile(join(cwd, 'pub-cert.pem'), 'utf8').catch(() => '') }
    }

    test('gets it through the API server where pods may not be forwarded to', async () => {
      const api = await startKubernetesApi(lab, { ...controller, proxied: { '/v1/cert.pem': key.certificate } })
      const result = await fetchFrom(api.kubeconfig)
      expect(result).toMatchObject({ code: 0, written: key.certificate })
      expect(api.requests.some(request => request.endsWith('/portforward'))).toBe(true)
      expect(api.requests.at(-1)).toMatch(/^GET .*\/http:sealed-secrets-controller:8080\/proxy\/v1\/cert.pem$/)
    }, 60_000)

    test('says what the API server says when neither way is open', async () => {
      const { kubeconfig } = await startKubernetesApi(lab, { ...controller, proxied: {} })
      const result = await fetchFrom(kubeconfig)
      expect(result).toMatchObject({ code: 1, written: '' })
      expect(result.stderr).toContain('cannot create resource "pods/portforward"')
      expect(result.stderr).toMatch(/kubectl get --raw: .*nothing is at/)
    }, 60_000)
  })
})
