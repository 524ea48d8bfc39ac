import { GlobalListenerIntent, type GlobalListenerValue, RejectionType, ValueType } from '@waggle/protocol';
import {
  configured,
  distributeChange,
  findGlobalListener,
  receiveChange,
  writeListener,
} from '../behavior/global-listener-changes.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Takes a global listener away, on every partition. Transitions under way still ask it. */
export const globalListenerDelete: Processor<GlobalListenerValue> = (processing, command) => {
  const { value } = command;
  const { DELETE, DELETED } = GlobalListenerIntent;
  const isDecided = receiveChange(processing, command);
  if (isDecided instanceof Rejection) return processing.write.reject(isDecided.type, isDecided.reason);
  if (isDecided) {
    writeListener(processing, DELETED, value);
    configured(processing, command.key);
    return;
  }
  const present = findGlobalListener(processing, value.id);
  if (present === undefined) {
    const reason = `Expected a global USER_TASK listener with id '${value.id}' to exist, but it was not found`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  const configurationKey = processing.keys.next();
  processing.write.respond(writeListener(processing, DELETED, present));
  configured(processing, configurationKey);
  distributeChange(processing, configurationKey, {
    valueType: ValueType.GLOBAL_LISTENER,
    intent: DELETE,
    value: present,
  });
};
