/** Parts of the examples of the rules about sealed secrets. */

/** A value of the form that the controller opens, for a key of 2048 bits; of nothing that was ever sealed. */
export const SEALED_VALUE = Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(290, 'fluxgate')]).toString('base64')

/** A SealedSecret website/database; `value` is what stands behind `password:`. */
export function sealedSecret(
  value: string,
  { name = 'database', namespace = 'website' }: { readonly name?: string; readonly namespace?: string } = {},
): string {
  return `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  encryptedData:
    password: ${value}
`
}
