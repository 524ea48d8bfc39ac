import {
  type Command,
  JobIntent,
  type Key,
  MessageIntent,
  NO_KEY,
  type RecordValues,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import type { EngineView } from './state/engine-state.ts';

/** Commands for timers, job deadlines, back-offs and messages whose time has come, earliest of each kind first. */
export function collectDueCommands(state: EngineView, nowMs: number, limit: number): readonly Command[] {
  const commands: Command[] = [];
  const isFull = () => commands.length >= limit;
  state.timerSchedule.forEachDue(nowMs, (timerKey) => {
    const key = timerKey as Key;
    const timer = state.timers.get(key);
    if (timer !== undefined) commands.push(command(ValueType.TIMER, TimerIntent.TRIGGER, key, timer));
    return !isFull();
  });
  const jobCommands =
    (intent: typeof JobIntent.TIME_OUT | typeof JobIntent.RECUR_AFTER_BACKOFF) => (jobKey: bigint) => {
      if (isFull()) return false;
      const key = jobKey as Key;
      const job = state.jobs.get(key);
      if (job !== undefined) commands.push(command(ValueType.JOB, intent, key, job.value));
      return true;
    };
  state.jobDeadlines.forEachDue(nowMs, jobCommands(JobIntent.TIME_OUT));
  state.jobBackoffs.forEachDue(nowMs, jobCommands(JobIntent.RECUR_AFTER_BACKOFF));
  state.messageDeadlines.forEachDue(nowMs, (messageKey) => {
    if (isFull()) return false;
    const key = messageKey as Key;
    const message = state.messages.get(key);
    // What it carried is in the log already; the command only names it.
    if (message !== undefined) {
      commands.push(command(ValueType.MESSAGE, MessageIntent.EXPIRE, key, { ...message, variables: '{}' }));
    }
    return true;
  });
  return commands;
}

/** When something is due next. Asked in every turn of the command loop, so it builds nothing. */
export function nextDueMs(state: EngineView): number | undefined {
  const timer = state.timerSchedule.firstTime() ?? Number.POSITIVE_INFINITY;
  const deadline = state.jobDeadlines.firstTime() ?? Number.POSITIVE_INFINITY;
  const backoff = state.jobBackoffs.firstTime() ?? Number.POSITIVE_INFINITY;
  const message = state.messageDeadlines.firstTime() ?? Number.POSITIVE_INFINITY;
  const earliest = Math.min(timer, deadline, backoff, message);
  return earliest === Number.POSITIVE_INFINITY ? undefined : earliest;
}

function command<Type extends ValueType>(
  valueType: Type,
  intent: number,
  key: Key,
  value: RecordValues[Type],
): Command<Type> {
  return { valueType, intent, key, value, requestStreamId: -1, requestId: -1, operationReference: NO_KEY };
}
