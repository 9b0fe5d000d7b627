import type { Fault } from './fault.js'
export const imageFaults: readonly Fault[] = []
