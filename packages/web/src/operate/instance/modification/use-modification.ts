import { useMemo } from 'react';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { scanJson } from '../../../parts/json/scan-json.ts';
import type { ProcessFacts } from '../../model/process-facts.ts';
import { useKeptPlan } from './kept-plan.ts';
import { keysOf, type StepWarning, stepWarning, tokenChanges } from './modification-plan.ts';
import { useGoneKeys } from './use-gone-keys.ts';
import { useTokenCounts } from './use-token-counts.ts';

/** The plan for an instance, beside what is true of it now. */
export function useModification({ processInstanceKey }: ProcessInstanceResult, facts: ProcessFacts | undefined) {
  const kept = useKeptPlan(processInstanceKey);
  const { plan } = kept;
  const { counts, isLoading } = useTokenCounts(processInstanceKey);
  const keys = useMemo(() => keysOf(plan), [plan]);
  const gone = useGoneKeys(processInstanceKey, keys);
  const changes = useMemo(
    () => (facts === undefined ? new Map() : tokenChanges(plan, facts, counts)) as ReturnType<typeof tokenChanges>,
    [plan, facts, counts],
  );
  const warnings = useMemo(() => {
    const found = new Map<number, StepWarning>();
    if (isLoading) return found;
    for (const step of plan) {
      const warning = stepWarning(step, counts, gone);
      if (warning !== undefined) found.set(step.id, warning);
    }
    return found;
  }, [plan, counts, gone, isLoading]);
  const invalid = useMemo(
    () =>
      new Set(
        plan
          .filter((step) => {
            if (step.kind === 'variable') return scanJson(step.text) !== undefined;
            return step.kind !== 'cancel' && step.variables.some(({ text }) => scanJson(text) !== undefined);
          })
          .map(({ id }) => id),
      ),
    [plan],
  );
  return { ...kept, counts, changes, warnings, invalid };
}

export type Modification = ReturnType<typeof useModification>;
