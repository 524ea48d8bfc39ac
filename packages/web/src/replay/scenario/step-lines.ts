import {
  DecisionEvaluationIntent,
  type DecisionEvaluationValue,
  JobIntent,
  type JobValue,
  type Key,
  type LogRecord,
  ProcessMessageSubscriptionIntent,
  RecordType,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import { missingStep, type Step } from './step.ts';
import { stepMakerOf } from './step-table.ts';
import type { Story } from './story.ts';
import { MockedDecisions, type ScenarioModel } from './surroundings.ts';

/** A longer test is none that somebody reads; what comes behind is left out, and the text says so. */
export const SCENARIO_STEPS_MAX = 500;

interface TimedLines {
  readonly timestamp: number;
  /** What is put in place for it. */
  readonly before: string[];
  readonly lines: readonly string[];
  readonly isClock: boolean;
  /** When it happens matters: something falls due so long after it. */
  setsClock: boolean;
}

/** The steps of a story as statements, in order, with the time between them where it matters. */
export class StepLines {
  /** What is put in place before the instance starts. */
  readonly before: string[] = [];
  readonly #story: Story;
  readonly #decisions: MockedDecisions;
  readonly #until: number;
  readonly #steps: TimedLines[] = [];
  readonly #messages = new Set<Key>();
  /** A model asks for the time itself. */
  readonly #isExact: boolean;
  #settledPosition = Number.POSITIVE_INFINITY;

  constructor(story: Story, models: readonly ScenarioModel[], until: number) {
    this.#story = story;
    this.#decisions = new MockedDecisions(models);
    this.#until = until;
    this.#isExact = models.some(({ content }) => /\b(?:now|today)\(\)/.test(content));
  }

  /** Before the first step. */
  addSurroundings(record: LogRecord): void {
    this.#mockDecision(record);
  }

  /** @returns whether there may be more. */
  add(record: LogRecord, startMessage: Key | undefined): boolean {
    const last = this.#steps.at(-1);
    if (last !== undefined) last.setsClock ||= setsClock(record);
    const made = this.#isDoneAlready(record, startMessage)
      ? undefined
      : stepMakerOf(record, this.#story)?.(record, this.#story);
    if (made === undefined || !this.#wasAccepted(record)) {
      this.#mockDecision(record);
      return true;
    }
    if (record.position > this.#until || this.#steps.length >= SCENARIO_STEPS_MAX) {
      this.#settledPosition = record.position - 1;
      if (record.position <= this.#until) {
        this.#push(record.timestamp, missingStep(`more than ${SCENARIO_STEPS_MAX} steps; the rest is left out`));
      }
      return false;
    }
    if (made.isBefore === true) {
      (this.#steps.at(-1)?.before ?? this.before).push(...made.lines);
      return true;
    }
    this.#push(record.timestamp, made);
    return true;
  }

  /** The moment at which everything has happened that the steps lead to. */
  get settledIndex(): number {
    return this.#story.root.indexOf(this.#settledPosition);
  }

  /** The clock is turned where something falls due, and where a wait begins; all else does not depend on it. */
  timedLines(startMs: number): readonly string[] {
    let nowMs = startMs;
    return this.#steps.flatMap((step, index) => {
      const { timestamp, before, lines, isClock } = step;
      const passedMs = Math.max(timestamp - nowMs, 0);
      // What is due at once needs to be let go, too.
      const isDue = isClock && (passedMs > 0 || this.#steps[index - 1]?.isClock !== true);
      const matters = this.#isExact || step.setsClock;
      if (!isDue && !(matters && passedMs > 0)) return [...before, ...lines];
      nowMs += passedMs;
      return [...before, `engine.advance(${advanceArgument(passedMs)});`, ...lines];
    });
  }

  #push(timestamp: number, { lines, isClock = false }: Step): void {
    this.#steps.push({ timestamp, before: [], lines, isClock, setsClock: false });
  }

  /** A message reaches several subscriptions and is published once. */
  #isDoneAlready({ intent, recordType, value, valueType }: LogRecord, startMessage: Key | undefined): boolean {
    if (recordType !== RecordType.EVENT || valueType !== ValueType.PROCESS_MESSAGE_SUBSCRIPTION) return false;
    if (intent !== ProcessMessageSubscriptionIntent.CORRELATED) return false;
    const { messageKey } = value as { readonly messageKey: Key };
    if (messageKey === startMessage || this.#messages.has(messageKey)) return true;
    this.#messages.add(messageKey);
    return false;
  }

  #wasAccepted({ position, recordType }: LogRecord): boolean {
    return recordType === RecordType.EVENT || this.#story.causedBy(position).length > 0;
  }

  /** A decision is put in place before the step that leads to its evaluation. */
  #mockDecision({ recordType, valueType, intent, value }: LogRecord): void {
    if (recordType !== RecordType.EVENT || valueType !== ValueType.DECISION_EVALUATION) return;
    if (intent !== DecisionEvaluationIntent.EVALUATED) return;
    const line = this.#decisions.lineFor(value as DecisionEvaluationValue);
    if (line !== undefined) (this.#steps.at(-1)?.before ?? this.before).push(line);
  }
}

/** A timer or a back-off begins. */
function setsClock({ recordType, valueType, intent, value }: LogRecord): boolean {
  if (recordType !== RecordType.EVENT) return false;
  if (valueType === ValueType.TIMER) return intent === TimerIntent.CREATED;
  return valueType === ValueType.JOB && intent === JobIntent.FAILED && (value as JobValue).recurringTime >= 0;
}

/** In words for whole seconds, in milliseconds otherwise. */
function advanceArgument(ms: number): string {
  return ms > 0 && ms % 1_000 === 0 ? `'PT${ms / 1_000}S'` : String(ms);
}
