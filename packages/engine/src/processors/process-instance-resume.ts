import { ProcessInstanceIntent, type ProcessInstanceValue, RejectionType, ValueType } from '@waggle/protocol';
import { rootInstance } from '../behavior/process-instances/root-instance.ts';
import { beginResumption } from '../behavior/suspension/suspension.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Lets a suspended instance go on: first all that was held back, in its order. */
export const processInstanceResume: Processor<ProcessInstanceValue> = (processing, command) => {
  const root = rootInstance(processing, command.key, 'resume');
  if (root instanceof Rejection) return processing.write.reject(root.type, root.reason);
  const suspension = processing.state.suspensions.get(root.key);
  if (suspension !== 'SUSPENDED') {
    const present = suspension === undefined ? 'it is not suspended' : 'it is being resumed already';
    const reason = `Expected to resume a process instance with key '${root.key}', but ${present}`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const { RESUMING } = ProcessInstanceIntent;
  processing.write.respond(processing.write.event(ValueType.PROCESS_INSTANCE, RESUMING, root.key, root.value));
  beginResumption(processing, root);
};
