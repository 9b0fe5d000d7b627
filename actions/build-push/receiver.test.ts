import { describe, expect, it } from '@jest/globals'
import { chooseReceiver, receiverAddress, secretParts } from './receiver.js'

const PATH = `/hook/${'0a1b2c3d'.repeat(8)}`
const JOB = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://tokens.example/?v=1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'key' }

const inputs = (address: string, token = '') => ({
  receiver: receiverAddress(address, 'receiver'),
  'receiver-token': token,
  'receiver-audience': 'notification-controller',
})

describe('the address of a Receiver', () => {
  it.each([
    ['a path alone', PATH],
    ['no host', `https://${PATH}`],
    ['another scheme', `ftp://flux.example${PATH}`],
    ['no scheme', `flux.example${PATH}`],
    ['a login', `https://me:secret@flux.example${PATH}`],
  ])('is refused with %s, and not shown', (_title, address) => {
    expect(() => receiverAddress(address, 'receiver')).toThrow(/^input "receiver" .*expected "https:\/\/HOST"/)
    expect(() => receiverAddress(address, 'receiver')).not.toThrow(/0a1b2c3d0a1b|secret@/)
  })

  it('is refused without a path', () => {
    expect(() => receiverAddress('https://flux.example', 'receiver')).toThrow('input "receiver" has no path')
  })

  it('may have a prefix that a proxy takes away', () => {
    expect(receiverAddress(`https://flux.example/flux${PATH}`, 'receiver')?.pathname).toBe(`/flux${PATH}`)
  })

  it.each([`https://flux.example${PATH}`, PATH, ` HTTP://flux.example:8080${PATH}?a=b`, `flux.example${PATH}`])(
    'has its path hidden, and the digest by itself: %s',
    raw => {
      const parts = secretParts(raw)
      expect(parts).toContain(PATH.slice('/hook/'.length))
      expect(parts.some(part => part.includes(PATH))).toBe(true)
      expect(parts).not.toContain('flux.example')
    },
  )

  it('has nothing to hide where there is none', () => {
    expect(['', 'https://flux.example', 'https://flux.example/'].flatMap(secretParts)).toEqual([])
  })
})

describe('what is shown to a Receiver', () => {
  it('is nothing when there is none', () => {
    expect(chooseReceiver(inputs(''), JOB)).toBeUndefined()
  })

  it("is an HMAC when there is a token, over plain http too, and whatever the job's own", () => {
    for (const scheme of ['http', 'https']) {
      expect(chooseReceiver(inputs(`${scheme}://flux.example${PATH}`, 'key'), JOB)?.proof).toEqual({
        kind: 'hmac',
        key: 'key',
      })
    }
  })

  it("is the job's OIDC token when there is none, over https alone", () => {
    const proof = { kind: 'job-token', audience: 'notification-controller' }
    expect(chooseReceiver(inputs(`https://flux.example${PATH}`), JOB)?.proof).toEqual(proof)
    expect(() => chooseReceiver(inputs(`http://flux.example${PATH}`), JOB)).toThrow('plain http')
    expect(() => chooseReceiver(inputs(`http://127.0.0.1${PATH}`), JOB)).toThrow('plain http')
  })

  it.each([{}, { ...JOB, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }, { ...JOB, ACTIONS_ID_TOKEN_REQUEST_URL: undefined }])(
    'is missing when there is neither, and both ways out are named',
    env => {
      const choose = () => chooseReceiver(inputs(`https://flux.example${PATH}`), env)
      expect(choose).toThrow('the job has no OIDC token')
      expect(choose).toThrow(
        expect.objectContaining({ next: expect.stringMatching(/receiver-token.*id-token: write/) }),
      )
    },
  )
})
