import type { Chain } from '../flux/chain.js'
import type { DeliveryOrder } from '../flux/inventory/critical-path.js'
import type { JudgedFinding, Severity } from './finding.js'

/** All that a run of the gate has to say; every output is made of it. */
export interface VerifyReport {
  readonly verdict: Verdict
  /** Sorted by `compareFindings`; with a base, the fixed ones too. */
  readonly findings: readonly JudgedFinding[]
  readonly chains: readonly Chain[]
  /** Of each cluster in which a Kustomization waits for another. */
  readonly orders: readonly DeliveryOrder[]
  readonly summary: Summary
  readonly failOn: FailOn
  /** What the tree was compared with; undefined: with nothing, and everything counts as new. */
  readonly base: Base | undefined
  /** How many files the change can affect, where the others are left out; undefined: nothing is. */
  readonly affected: number | undefined
  /** Kinds that no schema was found for, as `apiVersion/Kind`, sorted. */
  readonly unchecked: readonly string[]
  /** Why what Kustomizations apply was only read and not built, one sentence each; empty where all were built. */
  readonly unbuilt: readonly string[]
  /** The Flux that the tree was judged for. */
  readonly flux: {
    /** The 9 of Flux 2.9. */
    readonly minor: number
    /** Where that is said; undefined: nowhere, the newest known was taken. */
    readonly from: string | undefined
  }
}

export type Verdict = 'pass' | 'fail'

/** What is there now: fixed findings are not counted. */
export interface Summary {
  readonly files: number
  readonly documents: number
  /** How many of them are objects of Flux; without any there is no delivery to prove. */
  readonly fluxObjects: number
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  readonly milliseconds: number
}

export interface Base {
  /** The whole commit id. */
  readonly commit: string
  /** What the user or the event called it, such as `master`; undefined when only the commit is known. */
  readonly ref: string | undefined
}

export const failOns = ['new-errors', 'errors', 'warnings', 'never'] as const

/** What closes the gate: errors that are not in the base, any error, any error or warning, nothing. */
export type FailOn = (typeof failOns)[number]

/** Whether the findings close the gate. What is fixed never does. */
export function verdictOf(findings: readonly JudgedFinding[], failOn: FailOn): Verdict {
  return findings.some(finding => closes(finding, failOn)) ? 'fail' : 'pass'
}

/** What there is of a severity, fixed findings left out; only of a status when one is given. */
export function countOf(findings: readonly JudgedFinding[], severity: Severity, status?: 'new' | 'old'): number {
  return findings.filter(
    finding =>
      finding.severity === severity &&
      finding.status !== 'fixed' &&
      (status === undefined || finding.status === status),
  ).length
}

function closes({ severity, status }: JudgedFinding, failOn: FailOn): boolean {
  if (status === 'fixed') return false
  switch (failOn) {
    case 'new-errors':
      return severity === 'error' && status === 'new'
    case 'errors':
      return severity === 'error'
    case 'warnings':
      return severity === 'error' || severity === 'warning'
    case 'never':
      return false
  }
}
