/** Whether a text is a host name in lower case, as DNS has them, or an IPv4 address. */
export function isHost(text: string): boolean {
  if (/^[0-9.]+$/.test(text)) return isIpv4(text)
  return text.length <= 253 && text.split('.').every(label => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
}

export function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}$/.test(text)
}

/** Whether a text is a port's number, without leading zeros. */
export function isPort(text: string): boolean {
  return /^[1-9][0-9]{0,4}$/.test(text) && Number(text) <= 65_535
}
