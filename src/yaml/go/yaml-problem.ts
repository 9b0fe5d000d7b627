/** Why go-yaml would refuse a text. Never leaves the library: callers turn it into a value. */
export class YamlProblem extends Error {
  override readonly name = 'YamlProblem'
  /** Byte offset into the text that was read. */
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}
