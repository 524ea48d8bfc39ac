/**
 * Suspends and resumes what a process instance has outside of itself: jobs, message subscriptions, timers, and the
 * commands that were kept. Element by element, a chunk at a time, since an instance may have very many.
 *
 * Called instances are instances of their own and go on.
 */
import {
  JobIntent,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  SuspensionBatchIntent,
  type SuspensionBatchValue,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isActivated, isTerminating } from '../../state/element-instance.ts';
import { distributedValue } from '../distribution/command-distribution.ts';
import { getInstance } from '../element-transitions.ts';
import { holdMessageSubscriptions, reopenMessageSubscriptions } from '../messages/message-subscription-holding.ts';

/** Where a walk through the elements of an instance goes on. */
export interface ElementCursor {
  readonly scopeKey: Key;
  readonly afterKey: Key;
}

/** The first step of suspending, once the instance is marked. */
export function beginSuspension(processing: Processing, root: ElementInstance): void {
  suspendElement(processing, root);
  continueSuspension(processing, root, { scopeKey: root.key, afterKey: NO_KEY });
}

export function continueSuspension(processing: Processing, root: ElementInstance, cursor: ElementCursor): void {
  const next = visitElements(processing, root, cursor, (element) => suspendElement(processing, element));
  if (next !== undefined) goOn(processing, root, SuspensionBatchIntent.SUSPEND, next);
}

/** The first step of resuming, once the instance is marked. */
export function beginResumption(processing: Processing, root: ElementInstance): void {
  resumeElement(processing, root);
  continueResumption(processing, root, { scopeKey: root.key, afterKey: NO_KEY });
}

/** Elements first, then timers, then commands; the instance is resumed when nothing of it is held any more. */
export function continueResumption(processing: Processing, root: ElementInstance, cursor: ElementCursor): void {
  if (cursor.scopeKey !== NO_KEY) {
    const next = visitElements(processing, root, cursor, (element) => resumeElement(processing, element));
    goOn(processing, root, SuspensionBatchIntent.RESUME, next ?? ELEMENTS_DONE);
    return;
  }
  if (releaseTimers(processing, root.key) || drainCommands(processing, root)) {
    goOn(processing, root, SuspensionBatchIntent.RESUME, ELEMENTS_DONE);
    return;
  }
  processing.write.event(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.RESUMED, root.key, root.value);
}

const ELEMENTS_DONE: ElementCursor = { scopeKey: NO_KEY, afterKey: NO_KEY };

function suspendElement(processing: Processing, element: ElementInstance): void {
  // Something waits for its end, listeners of its cancellation perhaps.
  if (isTerminating(element)) return;
  suspendJob(processing, element);
  holdMessageSubscriptions(processing, element.key);
}

/** Takes the open job of an element from the workers. */
export function suspendJob({ state, write }: Processing, { jobKey }: ElementInstance): void {
  const job = jobKey === NO_KEY ? undefined : state.jobs.get(jobKey);
  if (job === undefined || job.state === 'SUSPENDED') return;
  write.event(ValueType.JOB, JobIntent.SUSPENDED, jobKey, job.value);
}

function resumeElement(processing: Processing, element: ElementInstance): void {
  const { state, write, activatableJobs } = processing;
  const { jobKey } = element;
  const job = jobKey === NO_KEY ? undefined : state.jobs.get(jobKey);
  if (job?.state === 'SUSPENDED') {
    write.event(ValueType.JOB, JobIntent.RESUMED, jobKey, job.value);
    if (state.jobs.get(jobKey)?.state === 'ACTIVATABLE') activatableJobs.push(jobKey);
  }
  if (isActivated(element)) reopenMessageSubscriptions(processing, element.key);
}

/** Timers that fell due meanwhile fire now, each once. @returns whether there were any. */
function releaseTimers({ state, write, limits }: Processing, processInstanceKey: Key): boolean {
  const keys = firstMembers<Key>(limits.suspendChunkMax, (visit) => {
    state.suspendedTimers.forEach(processInstanceKey, visit);
  });
  for (const key of keys) {
    const timer = state.timers.get(key);
    if (timer === undefined) throw new Error(`Expected a timer with key ${key}, but there is none`);
    write.event(ValueType.TIMER, TimerIntent.RESUMED, key, timer);
    write.followUp(ValueType.TIMER, TimerIntent.TRIGGER, key, timer);
  }
  return keys.length > 0;
}

/** Commands that were kept are given again, in their order. @returns whether there were any. */
function drainCommands({ state, write, limits }: Processing, root: ElementInstance): boolean {
  const keys = firstMembers<Key>(limits.suspendChunkMax, (visit) => {
    state.bufferedCommands.forEach(root.key, visit);
  });
  for (const key of keys) {
    const command = state.bufferedCommands.get(root.key, key);
    if (command === undefined) throw new Error(`Expected a command that is kept by key ${key}, but there is none`);
    const { valueType, intent } = command;
    write.event(ValueType.SUSPENSION_BATCH, SuspensionBatchIntent.COMMAND_DRAINED, key, {
      ...batchValue(root, ELEMENTS_DONE),
      commandValueType: valueType,
      commandIntent: intent,
      commandKey: command.key,
    });
    // A second try of an element that ended meanwhile would start it anew.
    const { elementInstanceKey } = command;
    if (elementInstanceKey !== NO_KEY && !state.elementInstances.has(elementInstanceKey)) continue;
    write.followUp(valueType, intent, command.key, distributedValue(valueType, command.value));
  }
  return keys.length > 0;
}

function firstMembers<Member>(max: number, forEach: (visit: (member: Member) => boolean) => void): readonly Member[] {
  const members: Member[] = [];
  forEach((member) => {
    members.push(member);
    return members.length < max;
  });
  return members;
}

/**
 * Visits the elements inside an instance depth-first, as many as one step may.
 * @returns where to go on; `undefined` when all are done.
 */
function visitElements(
  processing: Processing,
  root: ElementInstance,
  cursor: ElementCursor,
  visit: (element: ElementInstance) => void,
): ElementCursor | undefined {
  let { scopeKey, afterKey } = cursor;
  for (let visited = 0; visited < processing.limits.suspendChunkMax; ) {
    const scope = processing.state.elementInstances.get(scopeKey);
    // Ended meanwhile: from the beginning, since where it lay is not known any more. Doing it twice does no harm.
    if (scope === undefined) {
      scopeKey = root.key;
      afterKey = NO_KEY;
      continue;
    }
    const childKey = nextChild(processing, scopeKey, afterKey);
    if (childKey !== undefined) {
      visit(getInstance(processing, childKey));
      visited++;
      scopeKey = childKey;
      afterKey = NO_KEY;
    } else if (scopeKey === root.key) {
      return undefined;
    } else {
      afterKey = scopeKey;
      scopeKey = scope.value.flowScopeKey;
    }
  }
  return { scopeKey, afterKey };
}

function nextChild({ state }: Processing, scopeKey: Key, afterKey: Key): Key | undefined {
  let found: Key | undefined;
  state.elementChildren.forEach(
    scopeKey,
    (key) => {
      found = key;
      return false;
    },
    afterKey === NO_KEY ? undefined : afterKey,
  );
  return found;
}

function goOn(
  processing: Processing,
  root: ElementInstance,
  intent: typeof SuspensionBatchIntent.SUSPEND | typeof SuspensionBatchIntent.RESUME,
  cursor: ElementCursor,
): void {
  const key = processing.keys.next();
  processing.write.followUp(ValueType.SUSPENSION_BATCH, intent, key, batchValue(root, cursor));
}

function batchValue({ key, value }: ElementInstance, { scopeKey, afterKey }: ElementCursor): SuspensionBatchValue {
  return {
    processInstanceKey: key,
    scopeKey,
    afterKey,
    commandValueType: ValueType.JOB,
    commandIntent: 0,
    commandKey: NO_KEY,
    commandValue: new Uint8Array(),
    tenantId: value.tenantId,
  };
}
