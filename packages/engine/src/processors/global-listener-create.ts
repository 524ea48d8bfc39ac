import { GLOBAL_LISTENERS_MAX, GlobalListenerIntent, type GlobalListenerValue, RejectionType } from '@waggle/protocol';
import { changeGlobalListener, findGlobalListener } from '../behavior/listeners/global-listener-changes.ts';
import { checkGlobalListener } from '../behavior/listeners/global-listener-check.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { globalListenersOf } from '../state/global-listeners.ts';
import type { Processor } from './processor.ts';

/** Adds a listener for the user tasks of all processes. */
export const globalListenerCreate: Processor<GlobalListenerValue> = (processing, command) =>
  changeGlobalListener(processing, command, GlobalListenerIntent.CREATED, decide);

function decide(processing: Processing, value: GlobalListenerValue): GlobalListenerValue | Rejection {
  const problem = checkGlobalListener(value);
  if (problem !== undefined) return problem;
  if (findGlobalListener(processing, value.id) !== undefined) {
    const reason = `Expected a global USER_TASK listener with id '${value.id}' to not exist, but a listener with the same id was found`;
    return new Rejection(RejectionType.ALREADY_EXISTS, reason);
  }
  if (globalListenersOf(processing.state).length >= GLOBAL_LISTENERS_MAX) {
    const reason = `Expected at most ${GLOBAL_LISTENERS_MAX} global listeners, but there are as many already; delete one first`;
    return new Rejection(RejectionType.INVALID_STATE, reason);
  }
  return { ...value, globalListenerKey: processing.keys.next() };
}
