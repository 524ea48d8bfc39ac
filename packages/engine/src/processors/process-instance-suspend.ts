import { ProcessInstanceIntent, type ProcessInstanceValue, RejectionType, ValueType } from '@waggle/protocol';
import { rootInstance } from '../behavior/process-instances/root-instance.ts';
import { beginSuspension } from '../behavior/suspension/suspension.ts';
import { Rejection } from '../rejection.ts';
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
