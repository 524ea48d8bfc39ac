import {
  type Key,
  RejectionType,
  ValueType,
  VariableDocumentIntent,
  type VariableDocumentValue,
} from '@waggle/protocol';
import { beginTransition } from '../behavior/user-tasks/user-task-transitions.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import { propagateVariables, setLocalVariables } from '../behavior/variables/set-variables.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** A client changes variables as seen from a scope. */
export const variableDocumentUpdate: Processor<VariableDocumentValue> = (processing, command) => {
  const { scopeKey, isLocal } = command.value;
  const scope = processing.state.elementInstances.get(scopeKey);
  if (scope === undefined) {
    const reason = `Expected to update variables for element with key '${scopeKey}', but no such element was found`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  const variables = parseVariables(command.value.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  const document = { ...command.value, tenantId: scope.value.tenantId };
  const userTaskKey = processing.state.elementUserTasks.get(scopeKey);
  if (userTaskKey !== undefined) {
    const hasVariables = variables.size > 0;
    updateUserTask(processing, scope, userTaskKey, hasVariables ? document : { ...document, variables: '{}' });
    return;
  }
  if (isLocal) setLocalVariables(processing, scopeKey, scope.value, variables);
  else propagateVariables(processing, scopeKey, scope.value, variables);
  const { UPDATED } = VariableDocumentIntent;
  const updated = processing.write.event(ValueType.VARIABLE_DOCUMENT, UPDATED, processing.keys.next(), document);
  processing.write.respond(updated);
};

/** In the scope of a user task it is an update of the task, which has listeners of its own. */
function updateUserTask(
  processing: Processing,
  scope: ElementInstance,
  userTaskKey: Key,
  document: VariableDocumentValue,
): void {
  const task = processing.state.userTasks.get(userTaskKey);
  if (task?.state !== 'CREATED') {
    const reason = `Expected to trigger update transition for user task with key '${userTaskKey}', but it is in state '${task?.state}'`;
    processing.write.reject(RejectionType.INVALID_STATE, reason);
    return;
  }
  const { UPDATING } = VariableDocumentIntent;
  processing.write.event(ValueType.VARIABLE_DOCUMENT, UPDATING, processing.keys.next(), document);
  const { variables } = document;
  beginTransition(processing, scope, 'UPDATING', { ...task.value, variables, action: '', deniedReason: '' });
}
