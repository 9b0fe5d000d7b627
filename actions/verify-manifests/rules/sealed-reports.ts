import { type PlacedProblem, sealedProblems } from '../../../src/sealed/sealed-tree.js'
import { reachesCluster } from '../reach.js'
import type { Report, RuleContext } from '../rule.js'

/** What is wrong with the SealedSecrets that are meant for a cluster, as one rule has it. */
export function sealedReports(
  rule: PlacedProblem['rule'],
  expected: string,
  { inventory }: RuleContext,
): readonly Report[] {
  return sealedProblems(inventory)
    .filter(problem => problem.rule === rule && problem.resources.some(resource => reachesCluster(resource, inventory)))
    .map(({ file, severity, span, message, found, fix }) => ({
      file,
      span,
      severity,
      message,
      found,
      expected,
      fix: { text: fix },
    }))
}
