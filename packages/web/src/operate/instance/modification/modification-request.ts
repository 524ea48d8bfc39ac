/** What the server is asked for to carry out a plan. */
import type {
  ModifyProcessInstanceVariableInstruction,
  ProcessInstanceModificationInstruction,
} from '../../../api/gen/api.ts';
import { jsonForRequest } from '../../../parts/json/parse-json.ts';
import type { ModificationPlan, PlannedVariable, VariableStep } from './modification-plan.ts';

export interface ScopeVariablesRequest {
  readonly scopeKey: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Steps that are done when it is answered. */
  readonly stepIds: readonly number[];
}

export interface ModificationRequests {
  /** Sent before the modification, one after another: it has no way to set variables of scopes that run already. */
  readonly variables: readonly ScopeVariablesRequest[];
  /** `undefined` = only variables are set. */
  readonly modification: ProcessInstanceModificationInstruction | undefined;
}

/** @throws {SyntaxError} the value of a variable is no JSON. */
export function modificationRequests(plan: ModificationPlan, processInstanceKey: string): ModificationRequests {
  const added = plan.filter((step) => step.kind === 'add');
  const moved = plan.filter((step) => step.kind === 'move');
  const canceled = plan.filter((step) => step.kind === 'cancel');
  const variables = plan.filter((step) => step.kind === 'variable');
  // Those of the process instance go along with the first token that begins, so that all is done or nothing.
  const carrier = added[0]?.id ?? moved[0]?.id;
  const carried = carrier === undefined ? [] : variables.filter(({ scopeKey }) => scopeKey === processInstanceKey);
  const instructions = (stepId: number, own: readonly PlannedVariable[]) => {
    const all = [
      ...(stepId === carrier && carried.length > 0 ? [{ variables: valuesOf(carried) }] : []),
      ...ownInstructions(own),
    ];
    return all.length === 0 ? {} : { variableInstructions: all };
  };
  const activateInstructions = added.map(({ id, elementId, ancestorKey, variables: own }) => ({
    elementId,
    ...(ancestorKey === undefined ? {} : { ancestorElementInstanceKey: ancestorKey }),
    ...instructions(id, own),
  }));
  const moveInstructions = moved.map(
    ({ id, elementId, elementInstanceKey, targetId, ancestorKey, variables: own }) => ({
      sourceElementInstruction:
        elementInstanceKey === undefined
          ? { sourceType: 'byId', sourceElementId: elementId }
          : { sourceType: 'byKey', sourceElementInstanceKey: elementInstanceKey },
      targetElementId: targetId,
      ancestorScopeInstruction:
        ancestorKey === undefined
          ? { ancestorScopeType: 'inferred' }
          : { ancestorScopeType: 'direct', ancestorElementInstanceKey: ancestorKey },
      ...instructions(id, own),
    }),
  );
  const terminateInstructions = canceled.map(({ elementId, elementInstanceKey }) =>
    elementInstanceKey === undefined ? { elementId } : { elementInstanceKey },
  );
  const isEmpty = added.length + moved.length + canceled.length === 0;
  return {
    variables: byScope(variables.filter((step) => !carried.includes(step))),
    modification: isEmpty
      ? undefined
      : {
          ...(activateInstructions.length === 0 ? {} : { activateInstructions }),
          ...(moveInstructions.length === 0 ? {} : { moveInstructions }),
          ...(terminateInstructions.length === 0 ? {} : { terminateInstructions }),
        },
  };
}

function ownInstructions(variables: readonly PlannedVariable[]): ModifyProcessInstanceVariableInstruction[] {
  return [...Map.groupBy(variables, ({ scopeId }) => scopeId)].map(([scopeId, ofScope]) => ({
    scopeId,
    variables: valuesOf(ofScope),
  }));
}

function byScope(steps: readonly (VariableStep & { readonly id: number })[]): readonly ScopeVariablesRequest[] {
  return [...Map.groupBy(steps, ({ scopeKey }) => scopeKey)].map(([scopeKey, ofScope]) => ({
    scopeKey,
    variables: valuesOf(ofScope),
    stepIds: ofScope.map(({ id }) => id),
  }));
}

function valuesOf(variables: readonly { readonly name: string; readonly text: string }[]): Record<string, unknown> {
  return Object.fromEntries(variables.map(({ name, text }) => [name, jsonForRequest(text)]));
}
