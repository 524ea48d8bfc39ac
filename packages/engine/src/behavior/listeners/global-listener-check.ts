import {
  GLOBAL_LISTENER_ID,
  type GlobalListenerDescription,
  globalListenerEventTypes,
  RejectionType,
} from '@waggle/protocol';
import { Rejection } from '../../rejection.ts';

const EVENT_TYPES: readonly string[] = globalListenerEventTypes;

/** Why a listener cannot be as it is given; `undefined` when it can. */
export function checkGlobalListener(listener: GlobalListenerDescription): Rejection | undefined {
  const problem = problemOf(listener);
  return problem === undefined ? undefined : new Rejection(RejectionType.INVALID_ARGUMENT, problem);
}

function problemOf({ id, type, eventTypes, retries }: GlobalListenerDescription): string | undefined {
  if (id.trim() === '') return 'Missing id for the provided global USER_TASK listener';
  if (!GLOBAL_LISTENER_ID.test(id)) {
    return `Expected the id of a global USER_TASK listener to have 1 to 256 letters, digits and '_~@.+-', but got '${id}'`;
  }
  if (type.trim() === '') return `Missing type for the provided global USER_TASK listener with id '${id}'`;
  if (eventTypes.length === 0) {
    return `Missing event types for the provided global USER_TASK listener with id '${id}'`;
  }
  const unknown = eventTypes.filter((eventType) => !EVENT_TYPES.includes(eventType));
  if (unknown.length > 0) {
    const names = unknown.map((name) => `'${name}'`).join(', ');
    return `Invalid event types for the provided global USER_TASK listener with id '${id}': ${names}`;
  }
  if (!Number.isInteger(retries) || retries < 1) {
    return `Expected the retries of the global USER_TASK listener with id '${id}' to be at least 1, but got ${retries}`;
  }
  return undefined;
}
