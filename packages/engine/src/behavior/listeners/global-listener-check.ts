import { type GlobalListenerValue, RejectionType } from '@waggle/protocol';
import { Rejection } from '../../rejection.ts';

/** Every transition of every user task looks through all of them. */
export const GLOBAL_LISTENERS_MAX = 1000;

const ID = /^[A-Za-z0-9_~@.+-]{1,256}$/;
const EVENT_TYPES: readonly string[] = ['creating', 'assigning', 'updating', 'completing', 'canceling', 'all'];

/** Why a listener cannot be as it is given; `undefined` when it can. */
export function checkGlobalListener(listener: GlobalListenerValue): Rejection | undefined {
  const problem = problemOf(listener);
  return problem === undefined ? undefined : new Rejection(RejectionType.INVALID_ARGUMENT, problem);
}

function problemOf({ id, type, eventTypes, retries }: GlobalListenerValue): string | undefined {
  if (id.trim() === '') return 'Missing id for the provided global USER_TASK listener';
  if (!ID.test(id)) {
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
