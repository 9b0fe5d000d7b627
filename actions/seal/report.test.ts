import { describe, expect, it } from '@jest/globals'
import { commitMessage, type Row, sealSummary } from './report.js'

const row = (name: string, key: string, action: Row['action'] = 'sealed'): Row => ({
  ...{ namespace: 'web', name, key, action, reason: 'new', file: 'a.yaml' },
})

describe('the message of a commit', () => {
  it('names what changed, and nothing that stayed', () => {
    expect(commitMessage([row('a', 'k'), row('b', 'l', 'dropped'), row('c', 'm', 'kept')])).toBe(
      'Seal web/a and web/b\n\n- web/a k: sealed (new)\n- web/b l: dropped (new)\n',
    )
    expect(commitMessage(['a', 'b', 'c'].map(name => row(name, 'k'))).split('\n')[0]).toBe('Seal 3 secrets')
  })

  it('has a title when only labels changed', () => {
    expect(commitMessage([row('a', 'k', 'kept')])).toMatch(/^Change sealed secrets/)
  })
})

describe('the summary', () => {
  const report = { rows: [row('a', 'k'), row('a', 'l', 'stale')], publicKeys: {}, certificate: undefined, remarks: [] }

  it('says of every key what became of it, and why', () => {
    const summary = sealSummary({ ...report, publicKeys: { 'web/a/k': 'ssh-ed25519 AAAA' }, remarks: ['Committed'] })
    expect(summary).toContain('### Sealed 1 of 2 values')
    expect(summary).toContain('| <code>web/a</code> | <code>l</code> | stale | new | <code>a.yaml</code> |')
    expect(summary).toContain('- <code>web/a/k</code>: <code>ssh-ed25519 AAAA</code>')
    expect(summary).toContain('- Committed')
  })

  it('has the certificate’s fingerprint', () => {
    const certificate = { source: 'pub-cert.pem', fingerprint: 'abc', validTo: Date.UTC(2030, 0, 2) }
    expect(sealSummary({ ...report, certificate })).toContain(
      'Certificate <code>pub-cert.pem</code>, SHA-256 <code>abc</code>, valid to 2030-01-02',
    )
  })
})
