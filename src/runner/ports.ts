/**
 * What the outside world is to the rest of the code: types only. `github.ts` and `terminal.ts` implement them;
 * `index.ts` of an action or of the CLI picks one, everybody else is handed it.
 */

export interface Place {
  /** Path from the root of the repository, with forward slashes. */
  readonly file: string
  /** 1-based. */
  readonly line?: number
  /** 1-based. */
  readonly column?: number
  /** Where it ends; 1-based, the column right behind the last character. */
  readonly endLine?: number
  readonly endColumn?: number
}

export interface Log {
  info(line: string): void
  notice(message: string, place?: Place): void
  warning(message: string, place?: Place): void
  error(message: string, place?: Place): void
  /** Everything logged until `body` settles is shown folded under `title`. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>
}

/** What a stream of text can show. */
export interface Screen {
  readonly colour: boolean
  /** In columns; undefined where lines may have any length, as in a file. */
  readonly width: number | undefined
}

export interface ExecRequest {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** The whole environment of the child; the runner's own when absent. */
  readonly env?: Environment
  /** Standard input, '' when absent. A promise lets the child start and wait for it; one that is rejected kills it. */
  readonly stdin?: string | Promise<string>
  /** Called for every line as it arrives, without its line end. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  /** Ends the child: SIGTERM first, SIGKILL after ten seconds. */
  readonly signal?: AbortSignal
}

export interface ExecResult {
  /** The exit code; null when a signal ended the child. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program without a shell. Rejects with a UserError when the program does not exist. */
export type Exec = (request: ExecRequest) => Promise<ExecResult>

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Milliseconds without a byte after which the request fails with ETIMEDOUT. */
  readonly timeout?: number
  readonly signal?: AbortSignal
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** One HTTP exchange, no redirects followed, no status refused; rejects with the system's error (its `code` tells which). */
export type Http = (request: HttpRequest) => Promise<HttpResponse>

/** The addresses of a host name; none when it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface Files {
  /** UTF-8 text, or undefined when there is no such file. */
  readText(path: string): Promise<string | undefined>
  /** The bytes of a file, or undefined when there is no such file. */
  readBytes(path: string): Promise<Uint8Array | undefined>
  /** Creates missing folders. `mode` is the file's permission bits, 0o644 unless told. */
  writeText(path: string, text: string, mode?: number): Promise<void>
  /** Writes what stands at the path anew, through a link and with the mode it has; creates what is missing. */
  writeBytes(path: string, content: Uint8Array): Promise<void>
  /**
   * Every file below a folder, hidden and ignored ones too, as paths from there with forward slashes, in no order. Links to files
   * count as files; links to folders are not entered.
   */
  allFiles(folder: string): Promise<readonly string[]>
  /**
   * Copies files of a folder into another one, by their paths from there; links as links within the copy. What is not
   * there, and a link that leads out of the folder, is left out.
   */
  copy(from: string, to: string, paths: readonly string[]): Promise<void>
  /** Where a path leads, all links followed, whether or not something stands there. */
  realPath(path: string): Promise<string>
  /**
   * Puts a file in the place of another one, or of none, in one step: a reader, a kill or a full disk sees the old file or
   * the new one, whole. Permission bits stay; missing folders are created.
   */
  replace(path: string, bytes: Uint8Array): Promise<void>
  /** What stands at the path, links followed; undefined when nothing does. */
  kind(path: string): Promise<'file' | 'folder' | undefined>
  /** A new empty folder for this run alone, readable by its owner only. */
  temporaryFolder(name: string): Promise<string>
  link(target: string, path: string): Promise<void>
  /**
   * The files below a folder that its .gitignore files leave in, as paths from it with forward slashes, sorted; `.git` is
   * left out, links to folders are not followed.
   */
  walk(folder: string): Promise<readonly string[]>
  /**
   * UTF-8 texts of files below a folder, in the order asked for; undefined for what is not there, is no file, or leads out of the
   * folder by a link. Of a file with more than `most` bytes only so many are read, and one more. Rejects with a UserError for what is
   * there and may not be read.
   */
  readAll(folder: string, paths: readonly string[], most: number): Promise<readonly (string | undefined)[]>
  /** Writes files into a folder of this run alone, by their paths from there; missing folders are created. */
  writeAll(folder: string, contents: readonly (readonly [path: string, content: string | Uint8Array])[]): Promise<void>
  /** Removes a file or a folder with all it holds; nothing happens when it is not there. */
  remove(path: string): Promise<void>
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export type Environment = Readonly<Record<string, string | undefined>>

export interface Runner {
  readonly kind: 'github' | 'terminal'
  readonly env: Environment
  /** The folder that relative paths in inputs start from. */
  readonly workspace: string
  readonly log: Log
  readonly exec: Exec
  readonly http: Http
  readonly resolve: Resolve
  readonly files: Files
  readonly clock: Clock
  /** Names the very code that runs: what one program has kept another one must not take for its own. */
  codeId(): Promise<string>
  /** Aborted when the run is cancelled (SIGINT, SIGTERM). */
  readonly signal: AbortSignal
  /** Tells what goes on, in a line of the terminal that does not stay; undefined: nothing any more. Elsewhere it is not shown. */
  progress(text: string | undefined): void
  /** The raw value of an input; '' when it is not set. */
  input(name: string): string
  /** From now on the value is shown nowhere: not in the log, the summary or an output. */
  mask(secret: string): void
  /** The text with every masked value replaced by ***. */
  redact(text: string): string
  output(name: string, value: string): void
  /** Appends Markdown to the job summary; in a terminal it is not shown. */
  summary(markdown: string): Promise<void>
  /** Keeps a value for the post step. */
  saveState(name: string, value: string): void
  /** A value that the main step kept; '' when there is none. */
  state(name: string): string
}
