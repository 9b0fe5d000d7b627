import type { Rule } from '../rule.js'

const LOOSE = /StrictHostKeyChecking[= ]+["']?(?:no|off)\b|UserKnownHostsFile[= ]+["']?\/dev\/null/gi

const job = (options: string, mark: string): string => `apiVersion: batch/v1
kind: Job
metadata:
  name: deploy
  namespace: website
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: deploy
          image: alpine:3.22.1
          command:
            - sh
            - -c
            - ssh ${options} deploy@192.168.0.50 docker compose up -d${mark}
`

export const sshHostKey: Rule = {
  id: 'ssh-host-key',
  severity: 'warning',
  summary: 'SSH checks the key of the host that it connects to.',
  why: 'Without the check, whoever answers at that address gets the commands, and the secrets in them.',
  fix: 'Mount a known_hosts from a sealed secret and pass `-o UserKnownHostsFile=… -o StrictHostKeyChecking=yes`.',
  examples: [
    {
      title: 'the check is switched off',
      files: { 'deploy/job.yaml': job('-o StrictHostKeyChecking=no', ' # expect: ssh-host-key') },
    },
    {
      title: 'the key is known',
      files: { 'deploy/job.yaml': job('-o StrictHostKeyChecking=yes -o UserKnownHostsFile=/ssh/known_hosts', '') },
    },
  ],
  check: ({ inventory }) =>
    [...inventory.files.values()].flatMap(file => {
      if (!/StrictHostKeyChecking|UserKnownHostsFile/i.test(file.text)) return []
      const lines = new Set<number>()
      return [...file.text.matchAll(LOOSE)].flatMap(match => {
        const span = file.span(match.index, match.index + match[0].length)
        const lineStart = file.text.lastIndexOf('\n', match.index) + 1
        // A comment tells about it and does nothing.
        if (lines.has(span.line) || /^\s*#/.test(file.text.slice(lineStart, match.index))) return []
        lines.add(span.line)
        return [
          {
            file: file.path,
            span,
            message: 'the key of the host is not checked, so anybody who answers at its address is trusted',
            found: match[0],
            expected: 'StrictHostKeyChecking=yes with a known_hosts file from a sealed secret',
            fix: { text: '-o StrictHostKeyChecking=yes -o UserKnownHostsFile=/ssh/known_hosts' },
          },
        ]
      })
    }),
}
