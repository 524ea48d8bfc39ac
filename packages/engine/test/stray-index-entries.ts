import type { Key } from '@waggle/protocol';
import { createEngineState } from '../src/state/engine-state.ts';
import { findSavedFilter, savedFilterOwner } from '../src/state/saved-filter.ts';
import { isArmed } from '../src/state/unarmed-timer.ts';
import type { TestEngine } from './test-engine.ts';

/** Entries of schedules and indices that lead to nothing, and rows that theirs do not lead to. */
export function strayIndexEntries(engine: TestEngine): string[] {
  const state = createEngineState(engine.store);
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string) => {
    if (!isRight) problems.push(problem);
  };
  const scheduled = (schedule: typeof state.timerSchedule) => {
    const times = new Map<bigint, number>();
    schedule.forEachDue(Number.POSITIVE_INFINITY, (key, time) => {
      check(!times.has(key), `${key} is scheduled twice`);
      times.set(key, time);
    });
    return times;
  };

  const timerTimes = scheduled(state.timerSchedule);
  for (const key of timerTimes.keys()) check(state.timers.has(key as Key), `scheduled timer ${key} is gone`);
  for (const [key, timer] of state.timers.entries()) {
    const isHeld = state.suspendedTimers.has(timer.processInstanceKey, key);
    const expected = isArmed(timer) && !isHeld ? timer.dueDate : undefined;
    check(timerTimes.get(key) === expected, `timer ${key} is due at ${timer.dueDate}, not ${timerTimes.get(key)}`);
  }

  const [deadlines, backoffs] = [scheduled(state.jobDeadlines), scheduled(state.jobBackoffs)];
  for (const key of [...deadlines.keys(), ...backoffs.keys()]) {
    check(state.jobs.has(key as Key), `scheduled job ${key} is gone`);
  }
  for (const [key, job] of state.jobs.entries()) {
    const { deadline, recurringTime } = job.value;
    const isBackingOff = job.state === 'FAILED' && job.value.retries > 0 && recurringTime >= 0;
    check(deadlines.get(key) === (job.state === 'ACTIVATED' ? deadline : undefined), `deadline of job ${key}`);
    if (isBackingOff) check(backoffs.get(key) === recurringTime, `back-off of job ${key}`);
  }

  const messageTimes = scheduled(state.messageDeadlines);
  for (const key of messageTimes.keys()) check(state.messages.has(key as Key), `scheduled message ${key} is gone`);
  for (const [name, key] of state.bufferedMessages.entries()) {
    check(state.messages.has(key), `message ${key} buffered for ${name} is gone`);
  }
  for (const [key] of state.messageCorrelations.entries()) check(state.messages.has(key), `message ${key} is gone`);
  for (const [name, , key] of state.messageIds.entries()) {
    check(state.messages.has(key), `message ${key} known by its id for ${name} is gone`);
  }
  for (const [name, key] of state.correlatableSubscriptions.entries()) {
    check(state.messageSubscriptions.has(key), `subscription ${key} to ${name} is gone`);
  }
  for (const [, name, key] of state.elementMessageSubscriptions.entries()) {
    check(state.messageSubscriptions.has(key), `subscription ${key} to ${name} is gone`);
  }
  for (const [key] of state.pendingCorrelations.entries()) {
    check(state.messageSubscriptions.get(key)?.isCorrelating === true, `nothing is offered to subscription ${key}`);
  }
  for (const [elementKey, name] of state.pendingSubscriptions.entries()) {
    const side = state.processMessageSubscriptions.get(elementKey, name);
    check(side !== undefined && side.state !== 'CREATED', `nobody asks for the subscription ${name} of ${elementKey}`);
  }

  const named = new Set<Key>();
  for (const [owner, name, key] of state.savedFilterNames.entries()) {
    const filter = findSavedFilter(state, key);
    check(
      filter?.name === name && savedFilterOwner(filter) === owner,
      `saved filter ${key} is not '${name}' of ${owner}`,
    );
    named.add(key);
  }
  for (const [, key] of state.savedFilters.entries()) check(named.has(key), `saved filter ${key} has no name`);
  return problems;
}
