/** A function that works out its answer for an object once, and from then on remembers it. The object must not change. */
export function oncePer<Item extends object, Answer>(find: (item: Item) => Answer): (item: Item) => Answer {
  const known = new WeakMap<Item, { readonly answer: Answer }>()
  return item => {
    const former = known.get(item)
    if (former !== undefined) return former.answer
    const answer = find(item)
    known.set(item, { answer })
    return answer
  }
}
