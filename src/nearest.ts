/** The known word that somebody most probably meant, or undefined when none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const wanted = plain(written)
  let best: { word: string; distance: number } | undefined
  for (const word of known) {
    const distance = editDistance(wanted, plain(word))
    if (best === undefined || distance < best.distance) best = { word, distance }
  }
  return best !== undefined && best.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? best.word : undefined
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '')
}

/** How many letters must be put in, taken out or changed. */
function editDistance(left: string, right: string): number {
  const letters = [...right]
  let row = Array.from({ length: letters.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...left].entries()) {
    const next = [at + 1]
    for (const [index, other] of letters.entries()) {
      const replaced = (row[index] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[letters.length] ?? 0
}
