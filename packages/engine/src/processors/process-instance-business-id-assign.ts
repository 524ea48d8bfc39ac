import {
  BpmnElementType,
  IDENTIFIER_LENGTH_MAX,
  NO_KEY,
  type ProcessInstanceBusinessIdValue,
  RejectionType,
} from '@waggle/protocol';
import { assignBusinessId, businessIdOf } from '../behavior/process-instances/business-id.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { type ElementInstance, isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Gives a running root instance that has none its business id, once and for all. */
export const processInstanceBusinessIdAssign: Processor<ProcessInstanceBusinessIdValue> = (processing, command) => {
  const { processInstanceKey, businessId } = command.value;
  const instance = processing.state.elementInstances.get(processInstanceKey);
  const start = `Expected to assign a business id to the process instance with key '${processInstanceKey}', but`;
  if (instance?.value.bpmnElementType !== BpmnElementType.PROCESS || isTerminating(instance)) {
    return processing.write.reject(RejectionType.NOT_FOUND, `${start} no such process instance was found`);
  }
  const problem = checkAssignment(processing, instance, businessId);
  if (problem !== undefined) return processing.write.reject(problem.type, `${start} ${problem.reason}`);
  processing.write.respond(assignBusinessId(processing, instance.value, businessId));
};

function checkAssignment(
  processing: Processing,
  { key, value }: ElementInstance,
  businessId: string,
): Rejection | undefined {
  const { INVALID_ARGUMENT, INVALID_STATE } = RejectionType;
  if (businessId.length === 0 || businessId.length > IDENTIFIER_LENGTH_MAX) {
    return new Rejection(INVALID_ARGUMENT, `it has ${businessId.length} characters, not 1 to ${IDENTIFIER_LENGTH_MAX}`);
  }
  if (value.parentProcessInstanceKey !== NO_KEY) {
    return new Rejection(
      INVALID_STATE,
      `another one calls it; assign it to the root '${value.rootProcessInstanceKey}'`,
    );
  }
  if (processing.hasUniqueBusinessIds) {
    return new Rejection(INVALID_STATE, 'business ids are unique here and so are given at the creation only');
  }
  const present = businessIdOf(processing, key);
  if (present === '' || present === businessId) return undefined;
  return new Rejection(INVALID_STATE, `it has the business id '${present}' already`);
}
