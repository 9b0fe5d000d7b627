/** Parts of the examples of the rules about SOPS. */

const CIPHERTEXT = 'ENC[AES256_GCM,data:3q2+7w==,iv:aXYtb2YtYW4tZXhhbXBsZQ==,tag:dGFnLWV4YW1wbGU=,type:str]'

export const ALICE = 'age1alice0000000000000000000000000000000000000000000000000000q'
export const BOB = 'age1bob000000000000000000000000000000000000000000000000000000q'

/** A Secret website/database that SOPS has encrypted. */
export function encryptedSecret({
  password = CIPHERTEXT,
  recipients = [ALICE, BOB],
  mac = `  mac: ${CIPHERTEXT}\n`,
  mark = '',
}: {
  readonly password?: string
  readonly recipients?: readonly string[]
  readonly mac?: string
  /** Stands behind `sops:`. */
  readonly mark?: string
} = {}): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: website
stringData:
  user: ${CIPHERTEXT}
  password: ${password}
sops:${mark}
  age:
${recipients.map(recipient => `    - recipient: ${recipient}\n      enc: |\n        -----BEGIN AGE ENCRYPTED FILE-----\n        YWdl\n        -----END AGE ENCRYPTED FILE-----\n`).join('')}  lastmodified: "2026-05-04T10:00:00Z"
${mac}  encrypted_regex: ^(data|stringData)$
  version: 3.10.2
`
}

/** A `.sops.yaml` with one rule. */
export function sopsConfig(pathRegex: string, recipients: readonly string[] = [ALICE, BOB]): string {
  return `creation_rules:
  - path_regex: ${pathRegex}
    encrypted_regex: ^(data|stringData)$
    age: ${recipients.join(',')}
`
}
