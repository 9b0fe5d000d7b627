/**
 * Whether GitHub starts no workflow for a push, as the message of its last commit wishes: by a word in brackets anywhere in it, or by
 * the trailer `skip-checks: true` behind an empty line.
 */
export function skipsWorkflows(message: string): boolean {
  return /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]|\n\nskip-checks:\s*true\s*$/i.test(message)
}
