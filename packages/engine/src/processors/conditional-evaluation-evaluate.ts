import { type EvaluationContext, fromJsonText } from '@waggle/feel';
import {
  ConditionalEvaluationIntent,
  type ConditionalEvaluationValue,
  NO_KEY,
  type ProcessValue,
  RejectionType,
  type StartedProcessInstance,
  ValueType,
} from '@waggle/protocol';
import { emptyContext } from '../behavior/expressions/evaluate-expression.ts';
import { startAtEvent } from '../behavior/process-instances/process-instance-start.ts';
import { holds } from '../behavior/triggers/conditions.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** A client says what is known outside: every start event whose condition holds starts an instance with it. */
export const conditionalEvaluationEvaluate: Processor<ConditionalEvaluationValue> = (processing, command) => {
  const { value, key } = command;
  const { state, write, keys } = processing;
  const variables = parseVariables(value.variables);
  if (variables instanceof Rejection) {
    write.reject(variables.type, variables.reason);
    return;
  }
  const asked = askedStartEvents(processing, value);
  if (asked === undefined) {
    const reason = `Expected to evaluate conditional with command key '${key}' for process definition key '${value.processDefinitionKey}', but no such process was found.`;
    write.reject(RejectionType.NOT_FOUND, reason);
    return;
  }
  const context = contextOf(processing, value.tenantId, variables);
  const startedProcessInstances: StartedProcessInstance[] = [];
  for (const { processDefinitionKey, startEventId, condition, variableNames } of asked) {
    const definition = state.processes.get(processDefinitionKey);
    if (definition === undefined) continue;
    if (variableNames.length > 0 && !variableNames.some((name) => variables.has(name))) continue;
    if (!holds(processing, condition, context)) continue;
    const processInstanceKey = keys.next();
    startAtEvent(processing, definition, startEventId, processInstanceKey, value.variables);
    startedProcessInstances.push({ processDefinitionKey, processInstanceKey });
  }
  const { EVALUATED } = ConditionalEvaluationIntent;
  const evaluated = { ...value, startedProcessInstances };
  write.respond(write.event(ValueType.CONDITIONAL_EVALUATION, EVALUATED, keys.next(), evaluated));
};

interface AskedStartEvent {
  readonly processDefinitionKey: ProcessValue['processDefinitionKey'];
  readonly startEventId: string;
  readonly condition: string;
  readonly variableNames: readonly string[];
}

/** Of the named definition, whatever its version; otherwise of the latest versions. @returns `undefined` when there is none of that key. */
function askedStartEvents(
  { state, models }: Processing,
  { processDefinitionKey, tenantId }: ConditionalEvaluationValue,
): readonly AskedStartEvent[] | undefined {
  const asked: AskedStartEvent[] = [];
  if (processDefinitionKey === NO_KEY) {
    state.conditionalStarts.forEach(tenantId, (key) => {
      const subscription = state.conditionalSubscriptions.get(key);
      if (subscription !== undefined) asked.push({ ...subscription, startEventId: subscription.catchEventId });
    });
    return asked;
  }
  const isWithdrawn = state.withdrawnProcesses.has(processDefinitionKey);
  if (isWithdrawn || state.processes.get(processDefinitionKey)?.tenantId !== tenantId) return undefined;
  for (const { id, conditional } of models.get(processDefinitionKey).root.startEvents) {
    if (conditional === undefined) continue;
    const { condition, variableNames } = conditional;
    asked.push({ processDefinitionKey, startEventId: id, condition: `=${condition.text}`, variableNames });
  }
  return asked;
}

function contextOf(
  processing: Processing,
  tenantId: string,
  variables: ReadonlyMap<string, string>,
): EvaluationContext {
  const outside = emptyContext(processing, tenantId);
  return {
    ...outside,
    variable(name) {
      const json = variables.get(name);
      return json === undefined ? outside.variable(name) : fromJsonText(json);
    },
  };
}
