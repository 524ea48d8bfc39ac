import { type Key, NO_KEY, type ProcessInstanceValue, ValueType, VariableIntent } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { variableText } from '../multi-instance/collected-output.ts';
import type { VariableChange } from './variable-changes.ts';

/** Variable values by name, as JSON texts. */
export type VariableTexts = ReadonlyMap<string, string>;

type VariableOwner = Pick<
  ProcessInstanceValue,
  'processInstanceKey' | 'processDefinitionKey' | 'bpmnProcessId' | 'tenantId'
>;

/** Writes variables exactly in one scope. */
export function setLocalVariables(
  processing: Processing,
  scopeKey: Key,
  owner: VariableOwner,
  variables: VariableTexts,
): void {
  for (const [name, value] of variables) setVariable(processing, scopeKey, owner, name, value);
}

/** Writes each variable in the nearest scope that has it, starting at `scopeKey`; in the outermost one when none has. */
export function propagateVariables(
  processing: Processing,
  scopeKey: Key,
  owner: VariableOwner,
  variables: VariableTexts,
): void {
  for (const [name, value] of variables) {
    setVariable(processing, scopeOf(processing, scopeKey, name), owner, name, value);
  }
}

function scopeOf(processing: Processing, startKey: Key, name: string): Key {
  let scopeKey = startKey;
  for (;;) {
    if (processing.state.variables.has(scopeKey, name)) return scopeKey;
    const parentKey = processing.state.elementInstances.get(scopeKey)?.value.flowScopeKey ?? NO_KEY;
    if (parentKey === NO_KEY) return scopeKey;
    scopeKey = parentKey;
  }
}

function setVariable(processing: Processing, scopeKey: Key, owner: VariableOwner, name: string, value: string): void {
  const present = processing.state.variables.get(scopeKey, name);
  if (present !== undefined && variableText(processing, scopeKey, present) === value) return;
  processing.write.event(
    ValueType.VARIABLE,
    present === undefined ? VariableIntent.CREATED : VariableIntent.UPDATED,
    present?.key ?? processing.keys.next(),
    {
      name,
      value,
      scopeKey,
      processInstanceKey: owner.processInstanceKey,
      processDefinitionKey: owner.processDefinitionKey,
      bpmnProcessId: owner.bpmnProcessId,
      tenantId: owner.tenantId,
    },
  );
  noteVariableChange(processing, owner, { scopeKey, name, kind: present === undefined ? 'create' : 'update' });
}

/** Lets the conditions of an instance be asked when the step is through. */
export function noteVariableChange(
  processing: Processing,
  { processInstanceKey }: Pick<VariableOwner, 'processInstanceKey'>,
  change: Omit<VariableChange, 'processInstanceKey'>,
): void {
  if (processing.state.instanceConditionals.isEmpty(processInstanceKey)) return;
  processing.variableChanges.add({ processInstanceKey, ...change });
}
