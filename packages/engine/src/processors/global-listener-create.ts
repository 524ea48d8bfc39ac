import { GlobalListenerIntent, type GlobalListenerValue, RejectionType, ValueType } from '@waggle/protocol';
import {
  configured,
  distributeChange,
  findGlobalListener,
  putListener,
  receiveChange,
} from '../behavior/global-listener-changes.ts';
import { checkGlobalListener, GLOBAL_LISTENERS_MAX } from '../behavior/global-listener-check.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { globalListenersOf } from '../state/global-listeners.ts';
import type { Processor } from './processor.ts';

/** Adds a listener for the user tasks of all processes, on every partition. */
export const globalListenerCreate: Processor<GlobalListenerValue> = (processing, command) => {
  const { value } = command;
  const isDecided = receiveChange(processing, command);
  if (isDecided instanceof Rejection) return processing.write.reject(isDecided.type, isDecided.reason);
  if (isDecided) {
    putListener(processing, value);
    configured(processing, command.key);
    return;
  }
  const refusal = check(processing, value);
  if (refusal !== undefined) return processing.write.reject(refusal.type, refusal.reason);
  const listener = { ...value, globalListenerKey: processing.keys.next() };
  const configurationKey = processing.keys.next();
  processing.write.respond(putListener(processing, listener));
  configured(processing, configurationKey);
  distributeChange(processing, configurationKey, {
    valueType: ValueType.GLOBAL_LISTENER,
    intent: GlobalListenerIntent.CREATE,
    value: listener,
  });
};

function check(processing: Processing, value: GlobalListenerValue): Rejection | undefined {
  const problem = checkGlobalListener(value);
  if (problem !== undefined) return problem;
  if (findGlobalListener(processing, value.id) !== undefined) {
    const reason = `Expected a global USER_TASK listener with id '${value.id}' to not exist, but a listener with the same id was found`;
    return new Rejection(RejectionType.ALREADY_EXISTS, reason);
  }
  if (globalListenersOf(processing.state).listeners.length < GLOBAL_LISTENERS_MAX) return undefined;
  const reason = `Expected at most ${GLOBAL_LISTENERS_MAX} global listeners, but there are as many already; delete one first`;
  return new Rejection(RejectionType.INVALID_STATE, reason);
}
