/**
 * Says, as the very last line, how many tests passed and failed, and skipped if any. In CI a skipped test fails the run:
 * what is not there there would never be noticed elsewhere.
 */
export default class CountsReporter {
  #skipped = []

  onRunComplete(_contexts, results) {
    // A suite that could not even be loaded has no tests to count, but it failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests + results.numTodoTests
    this.#skipped = results.testResults.flatMap(suite =>
      suite.testResults
        .filter(test => ['pending', 'todo', 'disabled'].includes(test.status))
        .map(test => test.fullName),
    )
    if (process.env.CI) for (const name of this.#skipped) console.error(`skipped, which CI does not allow: ${name}`)
    const counts = [`${results.numPassedTests} passed`, `${failed} failed`]
    if (skipped > 0) counts.push(`${skipped} skipped`)
    // jest's own summary comes after every reporter; only the exit comes after that.
    process.once('exit', () => console.log(counts.join(', ')))
  }

  getLastError() {
    if (process.env.CI && this.#skipped.length > 0) return new Error(`${this.#skipped.length} tests were skipped`)
  }
}
