// Made by scripts/docs.mjs from actions/*/action.yml: change those.
/** The inputs of each action with their defaults, as the command line offers them. */
// biome-ignore format: one input a line
export const ACTION_INPUTS = {
  'build-push': [
    { name: 'registry', default: '', description: 'The registry, `host` or `host:port`, such as `192.168.0.40:5000` or `ghcr.io`' },
    { name: 'insecure', default: 'false', description: '`true` when the registry speaks plain HTTP' },
    { name: 'username', default: '', description: "Who logs in; a robot account's name may contain `$`" },
    { name: 'password', default: '', description: 'The password or token that belongs to `username`' },
    { name: 'images', default: '', description: 'A YAML list of the images to build. Each has a `name` (without the registry) and may have `context` (a folder, `.` unless told), `file`, `target`, `platforms`, `build-args`, `labels`, `secrets`, `cache-from` and `cache-to`' },
    { name: 'bake-files', default: '', description: 'Bake files to build from instead of `images`, one a line' },
    { name: 'targets', default: '', description: 'Which images (their name, or its last part) or bake targets to build, with commas or one a line; all unless told' },
    { name: 'tag-prefix', default: 'main', description: "The prefix of the main line's tags; other branches use their own name" },
    { name: 'push', default: 'true', description: '`false` builds without pushing; pull requests never push' },
    { name: 'provenance', default: 'false', description: 'Provenance attestation: `false`, `true`, `mode=min` or `mode=max`. Older Harbor versions refuse images that have one' },
    { name: 'sbom', default: 'false', description: 'SBOM attestation: `false`, `true` or `generator=<image>`' },
    { name: 'builder', default: '', description: 'The buildx builder to use. One that does not exist is made (docker-container driver, set up for the registry) and kept for the next run. Without a name the current builder is used, or `fluxgate` is made when the current one cannot do what is asked' },
    { name: 'env-file', default: '', description: 'A dotenv file on the runner; `build-args` and `secrets` take values from it by name' },
    { name: 'no-cache', default: 'false', description: '`true` builds everything anew' },
    { name: 'pull', default: 'false', description: '`true` asks for newer base images' },
    { name: 'retention', default: '', description: "How many builds to keep in the registry; older ones are deleted after the push, never one that the tree or the branch's last 50 commits name. Empty keeps everything" },
    { name: 'flux-path', default: 'flux', description: 'The folder of the Flux manifests in this repository; its image policies must elect the new tag' },
    { name: 'on-stale', default: '', description: "What to do when the commit is older than what is published or is no longer the branch's head: `fail`, `warn` or `allow`. Empty means `fail`, and `warn` for a manual run" },
    { name: 'dry-run', default: 'false', description: '`true` checks everything and shows what would be built, pushed and deleted, and does none of it' },
  ],
  'seal': [
    { name: 'secrets', default: '', description: 'A YAML list of the secrets to seal. Each has `name`, `namespace`, `file` and `data` (key: `{env: NAME}`, `{file: PATH}`, `{literal: text}` or `{generate: ed25519|rsa|password}`), and may have `scope`, `type`, `labels`, `annotations`, and a helper: `registry`, `ssh`, `tls`, `basic-auth`, `age`, `hmac`' },
    { name: 'certificate', default: 'pub-cert.pem', description: "The controller's public certificate: a path, an https address, or PEM. Of several, one a line, the newest valid one is taken" },
    { name: 'insecure', default: 'false', description: '`true` lets the certificate come over plain HTTP' },
    { name: 'fingerprint-key', default: '', description: 'A secret of yours, 16 characters or more, by which a later run tells whether a value changed. Without it what is sealed stays unless `renew` names it' },
    { name: 'renew', default: '', description: 'What to seal anew in any case, `NAMESPACE/NAME` or `NAMESPACE/NAME/KEY`, with commas or one a line' },
    { name: 'mode', default: 'merge', description: '`merge` keeps the keys of a file that the request does not name, `replace` drops them' },
    { name: 'format', default: 'sealed-secret', description: '`sealed-secret`, or `sops` to encrypt with the installed sops and the rules of `.sops.yaml`' },
    { name: 'deliver', default: 'files', description: '`files` leaves the changes in the work tree, `commit` pushes one commit to the branch, `pull-request` opens a pull request or brings it up to date' },
    { name: 'branch', default: 'fluxgate/seal', description: 'The branch that a pull request comes from; what is on it is replaced' },
    { name: 'token', default: '', description: "The token to open a pull request with, such as the job's own (`github.token`); git itself pushes with what the checkout has left" },
    { name: 'check', default: '', description: 'A folder whose SealedSecrets are verified offline, after sealing' },
  ],
} as const
