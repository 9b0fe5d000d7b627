import type { Fault } from './fault.js'
export const treeFaults: readonly Fault[] = []
