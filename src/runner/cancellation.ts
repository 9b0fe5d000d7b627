/** Why a run ended before its end. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** A signal that is aborted when the runner cancels the job (SIGINT, then SIGTERM) or the user presses Ctrl+C. */
export function cancellation(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => controller.abort(new Cancelled(`cancelled by ${name}`)))
  }
  return controller.signal
}
