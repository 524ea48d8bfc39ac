import type { CalledDecision } from '@waggle/bpmn';
import type { FeelValue } from '@waggle/feel';
import { type DecisionValue, IncidentErrorType } from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { deploymentOf } from '../../resources/bound-version.ts';
import { findDecision } from '../../resources/decision-lookup.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { evaluateString, scopeContext } from '../expressions/evaluate-expression.ts';
import { evaluateDecision } from './decision-evaluation.ts';

/** What the decision that a task calls gives, with the variables the task sees. */
export function evaluateCalledDecision(
  processing: Processing,
  calledDecision: CalledDecision,
  instance: ElementInstance,
): { readonly output: FeelValue } | Failure {
  const context = scopeContext(processing, instance.key);
  const decisionId = evaluateString(processing, calledDecision.decisionId, context);
  if (decisionId instanceof Failure) return decisionId;
  const decision = calledVersion(processing, calledDecision, decisionId, instance);
  if (decision instanceof Failure) return decision;
  const { bpmnProcessId, processDefinitionKey, processInstanceKey, rootProcessInstanceKey, elementId } = instance.value;
  const outcome = evaluateDecision(processing, decision, {
    context,
    origin: {
      bpmnProcessId,
      processDefinitionKey,
      processInstanceKey,
      rootProcessInstanceKey,
      elementId,
      elementInstanceKey: instance.key,
    },
  });
  return outcome.ok ? outcome : new Failure(IncidentErrorType.DECISION_EVALUATION_ERROR, outcome.message);
}

function calledVersion(
  processing: Processing,
  { bindingType, versionTag }: CalledDecision,
  decisionId: string,
  { value }: ElementInstance,
): DecisionValue | Failure {
  const decision = findDecision(processing, { decisionId, bindingType, versionTag }, value);
  if (decision !== undefined) return decision;
  const messages = {
    latest: () => `Expected to evaluate decision '${decisionId}', but no decision found for id '${decisionId}'`,
    deployment: () =>
      `Expected to evaluate decision '${decisionId}' with binding type 'deployment', but no such decision found in the deployment with key ${deploymentOf(processing.state, value)} which contained the current process. To resolve this incident, migrate the process instance to a process definition that is deployed together with the intended decision to evaluate.`,
    versionTag: () =>
      `Expected to evaluate decision with id '${decisionId}' and version tag '${versionTag}', but no such decision found. To resolve this incident, deploy a decision with the given id and version tag.`,
  };
  return new Failure(IncidentErrorType.CALLED_DECISION_ERROR, messages[bindingType]());
}
