import { GlobalListenerIntent, type GlobalListenerValue, RejectionType, ValueType } from '@waggle/protocol';
import {
  configured,
  distributeChange,
  findGlobalListener,
  putListener,
  receiveChange,
} from '../behavior/global-listener-changes.ts';
import { checkGlobalListener } from '../behavior/global-listener-check.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Changes a global listener, on every partition. */
export const globalListenerUpdate: Processor<GlobalListenerValue> = (processing, command) => {
  const { value } = command;
  const isDecided = receiveChange(processing, command);
  if (isDecided instanceof Rejection) return processing.write.reject(isDecided.type, isDecided.reason);
  if (isDecided) {
    putListener(processing, value);
    configured(processing, command.key);
    return;
  }
  const present = findGlobalListener(processing, value.id);
  if (present === undefined) {
    const reason = `Expected a global USER_TASK listener with id '${value.id}' to exist, but it was not found`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  const problem = checkGlobalListener(value);
  if (problem !== undefined) return processing.write.reject(problem.type, problem.reason);
  const listener = { ...value, globalListenerKey: present.globalListenerKey };
  const configurationKey = processing.keys.next();
  processing.write.respond(putListener(processing, listener));
  configured(processing, configurationKey);
  distributeChange(processing, configurationKey, {
    valueType: ValueType.GLOBAL_LISTENER,
    intent: GlobalListenerIntent.UPDATE,
    value: listener,
  });
};
