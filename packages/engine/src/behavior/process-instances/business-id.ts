/** Business ids: how clients know an instance. Children have that of their caller unless the call gives another. */
import type { CalledElement } from '@waggle/bpmn';
import {
  IDENTIFIER_LENGTH_MAX,
  type Key,
  ProcessInstanceBusinessIdIntent,
  type ProcessInstanceBusinessIdValue,
  type ProcessInstanceValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { businessIdName } from '../../state/table-names.ts';
import { evaluateString, scopeContext } from '../expressions/evaluate-expression.ts';

/** Empty when it has none. */
export function businessIdOf({ state }: Pick<Processing, 'state'>, processInstanceKey: Key): string {
  return state.processInstanceMetadata.get(processInstanceKey)?.businessId ?? '';
}

/** The business id of an instance that is called: the call's own, otherwise the caller's. */
export function calledBusinessId(
  processing: Processing,
  { businessId: source }: CalledElement,
  { key, value }: ElementInstance,
): string | Failure {
  if (source === undefined) return businessIdOf(processing, value.processInstanceKey);
  const businessId = evaluateString(processing, source, scopeContext(processing, key));
  if (businessId instanceof Failure) return businessId;
  if (businessId.length > 0 && businessId.length <= IDENTIFIER_LENGTH_MAX) return businessId;
  return extractValueFailure(
    `Expected the business id of the called process to have 1 to ${IDENTIFIER_LENGTH_MAX} characters, but '${source.text}' gives ${businessId.length}`,
  );
}

/** Gives an instance its business id. */
export function assignBusinessId(processing: Processing, instance: ProcessInstanceValue, businessId: string) {
  const { processInstanceKey, bpmnProcessId, processDefinitionKey, rootProcessInstanceKey, tenantId } = instance;
  const value: ProcessInstanceBusinessIdValue = {
    processInstanceKey,
    businessId,
    bpmnProcessId,
    processDefinitionKey,
    rootProcessInstanceKey,
    tenantId,
  };
  const { ASSIGNED } = ProcessInstanceBusinessIdIntent;
  return processing.write.event(ValueType.PROCESS_INSTANCE_BUSINESS_ID, ASSIGNED, processInstanceKey, value);
}

/** Where ids are unique, one running root instance of a process holds one. */
export function checkBusinessIdIsFree(
  { state, hasUniqueBusinessIds }: Processing,
  bpmnProcessId: string,
  businessId: string,
  tenantId: string,
): Rejection | undefined {
  if (!hasUniqueBusinessIds || businessId === '') return undefined;
  if (state.businessIdHolders.isEmpty(businessIdName(bpmnProcessId, businessId, tenantId))) return undefined;
  return new Rejection(
    RejectionType.ALREADY_EXISTS,
    `Expected to create an instance of process '${bpmnProcessId}' with the business id '${businessId}', but an active instance holds it already`,
  );
}
