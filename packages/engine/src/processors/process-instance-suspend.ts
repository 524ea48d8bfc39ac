import {
  BpmnElementType,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { beginSuspension } from '../behavior/suspension.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { type ElementInstance, isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Stops an instance where it is until it is resumed. See suspension-gate.ts for what is still possible. */
export const processInstanceSuspend: Processor<ProcessInstanceValue> = (processing, command) => {
  const root = rootInstance(processing, command.key, 'suspend');
  if (root instanceof Rejection) return processing.write.reject(root.type, root.reason);
  const suspension = processing.state.suspensions.get(root.key);
  if (suspension !== undefined) {
    const present = suspension === 'SUSPENDED' ? 'it is already suspended' : 'it is being resumed';
    const reason = `Expected to suspend a process instance with key '${root.key}', but ${present}`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const { SUSPENDED } = ProcessInstanceIntent;
  processing.write.respond(processing.write.event(ValueType.PROCESS_INSTANCE, SUSPENDED, root.key, root.value));
  beginSuspension(processing, root);
};

/** The living root instance of a key. @param verb as in "to suspend". */
export function rootInstance(processing: Processing, key: Key, verb: string): ElementInstance | Rejection {
  const instance = processing.state.elementInstances.get(key);
  if (instance === undefined || instance.value.bpmnElementType !== BpmnElementType.PROCESS || isTerminating(instance)) {
    return new Rejection(
      RejectionType.NOT_FOUND,
      `Expected to ${verb} a process instance with key '${key}', but no such process was found`,
    );
  }
  const { parentProcessInstanceKey, rootProcessInstanceKey } = instance.value;
  if (parentProcessInstanceKey === NO_KEY) return instance;
  return new Rejection(
    RejectionType.INVALID_STATE,
    `Expected to ${verb} a process instance with key '${key}', but it is created by a parent process instance. Only root process instances can be suspended; the root is '${rootProcessInstanceKey}'.`,
  );
}
