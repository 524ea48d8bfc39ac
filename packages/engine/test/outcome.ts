/** What a command led to, in the form tests compare. */
import { type LogRecord, RecordType, rejectionTypeName } from '@waggle/protocol';
import type { Answer, TestEngine } from './test-engine.ts';

/** Type and text of a rejection, as `TYPE: text`. @throws when the command was accepted or not answered. */
export function rejectionOf(answer: Answer | undefined): string {
  if (answer?.record.recordType !== RecordType.COMMAND_REJECTION)
    throw new Error('Expected the command to be rejected');
  return rejectionText(answer.record);
}

export function rejectionText({ rejectionType, rejectionReason }: LogRecord): string {
  return `${rejectionTypeName(rejectionType)}: ${rejectionReason}`;
}

/** Lines of the records that an action wrote, see `TestEngine.trace`. */
export function traceOf(engine: TestEngine, action: () => unknown): string[] {
  const before = engine.records.length;
  action();
  return engine.trace().slice(before);
}

/** As `traceOf`, only the events, without the leading letter. */
export function eventsOf(engine: TestEngine, action: () => unknown): string[] {
  return traceOf(engine, action)
    .filter((line) => line.startsWith('E '))
    .map((line) => line.slice(2));
}

/** Answers that an action sent to clients. */
export function answersOf(engine: TestEngine, action: () => unknown): LogRecord[] {
  const before = engine.effects.length;
  action();
  return engine.effects.slice(before).flatMap((effect) => (effect.kind === 'response' ? [effect.record] : []));
}
