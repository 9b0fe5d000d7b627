import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { makeCertificate } from './certificate.js'
import type { Lab } from './lab.js'

export interface KubernetesApi {
  /** For KUBECONFIG. */
  readonly kubeconfig: string
  /** `METHOD PATH` of what was asked, in the order of arrival, without the queries. */
  readonly requests: readonly string[]
}

const TOKEN = 'lab-token'

/**
 * As much of a Kubernetes API server as `kubectl` wants to see, on 127.0.0.1 with TLS and a bearer token: a ready controller behind a service whose pods
 * may not be forwarded to, and the service's proxy.
 *
 * @param proxied path below `…/proxy` → what the service answers
 */
export async function startKubernetesApi(
  lab: Lab,
  { namespace, service, proxied }: { namespace: string; service: string; proxied: Readonly<Record<string, string>> },
): Promise<KubernetesApi> {
  const { certificateFile, keyFile } = await makeCertificate(lab, [])
  const requests: string[] = []
  const inNamespace = `/api/v1/namespaces/${namespace}`
  const labels = { app: service }
  const pod = {
    metadata: { name: `${service}-0`, namespace, labels },
    spec: { containers: [{ name: 'controller', ports: [{ containerPort: 8080 }] }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  }
  const objects: Readonly<Record<string, unknown>> = {
    [`${inNamespace}/services/${service}`]: {
      ...{ kind: 'Service', apiVersion: 'v1', metadata: { name: service, namespace } },
      spec: { selector: labels, ports: [{ port: 8080, targetPort: 8080 }] },
    },
    [`${inNamespace}/pods`]: { kind: 'PodList', apiVersion: 'v1', metadata: {}, items: [pod] },
    [`${inNamespace}/pods/${service}-0`]: { kind: 'Pod', apiVersion: 'v1', ...pod },
    '/api': { kind: 'APIVersions', versions: ['v1'] },
    '/apis': { kind: 'APIGroupList', apiVersion: 'v1', groups: [] },
    '/api/v1': {
      ...{ kind: 'APIResourceList', groupVersion: 'v1' },
      resources: [
        { name: 'services', singularName: 'service', namespaced: true, kind: 'Service', verbs: ['get'] },
        { name: 'pods', singularName: 'pod', namespaced: true, kind: 'Pod', verbs: ['get', 'list'] },
      ],
    },
  }
  const answerTo = (method: string, path: string, authorization = ''): [number, string] => {
    if (authorization !== `Bearer ${TOKEN}`) return [401, failure(401, 'Unauthorized', 'Unauthorized')]
    if (path.endsWith('/portforward')) {
      return [403, failure(403, 'Forbidden', 'pods "x" is forbidden: cannot create resource "pods/portforward"')]
    }
    const proxyPath = `${inNamespace}/services/http:${service}:8080/proxy`
    const text = path.startsWith(proxyPath) ? proxied[path.slice(proxyPath.length)] : undefined
    if (method === 'GET' && text !== undefined) return [200, text]
    return path in objects
      ? [200, JSON.stringify(objects[path])]
      : [404, failure(404, 'NotFound', `nothing is at ${path}`)]
  }
  const tls = { cert: await readFile(certificateFile), key: await readFile(keyFile) }
  const server = createServer(tls, (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const method = request.method ?? ''
    requests.push(`${method} ${path}`)
    const [status, body] = answerTo(method, path, request.headers.authorization)
    const type = body.startsWith('{') ? 'application/json' : 'text/plain'
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  lab.onStop(async () => {
    const closed = new Promise(resolve => server.close(resolve))
    server.closeAllConnections()
    await closed
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const kubeconfig = join(await lab.makeFolder('kube'), 'config')
  await writeFile(kubeconfig, configuration(`https://127.0.0.1:${address.port}`, certificateFile))
  return { kubeconfig, requests }
}

function failure(code: number, reason: string, message: string): string {
  return JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message })
}

function configuration(server: string, certificateFile: string): string {
  return JSON.stringify({
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'lab' },
    clusters: [{ name: 'lab', cluster: { server, 'certificate-authority': certificateFile } }],
    users: [{ name: 'lab', user: { token: TOKEN } }],
    contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'lab' } }],
  })
}
