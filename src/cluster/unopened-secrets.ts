import { listMember, member, textMember } from '../json.js'
import { conditionOf, idOf, type LiveObject } from './live-object.js'

/**
 * The SealedSecrets among what a Kustomization has applied that the controller cannot open. That does not pass by itself: they are
 * sealed for another certificate.
 *
 * @param secrets SealedSecrets as the cluster has them
 */
export function unopenedSecrets(kustomization: LiveObject, secrets: readonly LiveObject[]): readonly string[] {
  const own = new Set(
    listMember(member(member(kustomization.body, 'status'), 'inventory'), 'entries').flatMap(entry => {
      const [namespace, name, group] = (textMember(entry, 'id') ?? '').split('_')
      return group === 'bitnami.com' ? [`${namespace}/${name}`] : []
    }),
  )
  return secrets.filter(secret => own.has(idOf(secret)) && isUnopened(secret)).map(idOf)
}

export function isUnopened(secret: LiveObject): boolean {
  const synced = conditionOf(secret, 'Synced')
  return synced?.status === 'False' && /no key could decrypt/.test(synced.message)
}
