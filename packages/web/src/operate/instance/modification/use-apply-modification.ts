import { useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.ts';
import {
  createElementInstanceVariables,
  modifyProcessInstance,
  type ProcessInstanceResult,
} from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { notify } from '../../../app/notifications.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { withoutStep } from './modification-plan.ts';
import { modificationRequests } from './modification-request.ts';
import type { Modification } from './use-modification.ts';

/** Carries out a plan. What is done leaves it at once, so that another try does not do it again. */
export function useApplyModification(
  { processInstanceKey }: ProcessInstanceResult,
  modification: Modification,
  onApplied: () => void,
) {
  const { modification: texts } = useTexts();
  const { plan } = modification;
  const setVariables = useAction(createElementInstanceVariables);
  const modify = useAction(modifyProcessInstance);
  const [problem, setProblem] = useState<ApiProblem>();
  const [areVariablesSet, setVariablesSet] = useState(false);
  const run = async () => {
    const requests = modificationRequests(plan, processInstanceKey);
    for (const { scopeKey, variables, stepIds } of requests.variables) {
      await setVariables.mutateAsync({
        path: { elementInstanceKey: scopeKey },
        body: { variables, local: true },
      });
      setVariablesSet(true);
      modification.change((present) => stepIds.reduce(withoutStep, present));
    }
    if (requests.modification !== undefined) {
      await modify.mutateAsync({ path: { processInstanceKey }, body: requests.modification });
    }
  };
  const apply = () => {
    setProblem(undefined);
    run().then(
      () => {
        modification.clear();
        notify({ kind: 'success', title: texts.applied(plan.length) });
        onApplied();
      },
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        setProblem(error);
      },
    );
  };
  return { apply, isApplying: setVariables.isPending || modify.isPending, problem, areVariablesSet };
}
