import { BpmnElementType, type Key, NO_KEY, RejectionType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import { type ElementInstance, isTerminating } from '../../state/element-instance.ts';

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
