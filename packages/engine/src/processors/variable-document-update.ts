import { RejectionType, ValueType, VariableDocumentIntent, type VariableDocumentValue } from '@waggle/protocol';
import { parseVariables } from '../behavior/parse-variables.ts';
import { propagateVariables, setLocalVariables } from '../behavior/set-variables.ts';
import { Rejection } from '../rejection.ts';
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
  if (isLocal) setLocalVariables(processing, scopeKey, scope.value, variables);
  else propagateVariables(processing, scopeKey, scope.value, variables);
  const updated = processing.write.event(
    ValueType.VARIABLE_DOCUMENT,
    VariableDocumentIntent.UPDATED,
    processing.keys.next(),
    { ...command.value, tenantId: scope.value.tenantId },
  );
  processing.write.respond(updated);
};
