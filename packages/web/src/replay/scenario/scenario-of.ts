/**
 * A test that does again what happened to an instance: source for the package `@waggle/testing`.
 *
 * 1. What came from outside is a statement: jobs and tasks completed, messages, signals, operators' work, time. All else
 *    follows from it, as the engine is the same.
 * 2. It ends with what the instance had come to, as assertions, at a point where the engine has nothing left to do.
 * 3. What a test cannot do is said in the text, as a TODO, never left out in silence.
 */
import {
  DecisionEvaluationIntent,
  type DecisionEvaluationValue,
  type Key,
  type LogRecord,
  ProcessMessageSubscriptionIntent,
  RecordType,
  ValueType,
} from '@waggle/protocol';
import type { Replay } from '../replay.ts';
import { assertionLines } from './assertion-lines.ts';
import { commentText, quoted } from './source-text.ts';
import { startOf } from './start-step.ts';
import { missingStep, type Step } from './step.ts';
import { stepMakerOf } from './step-table.ts';
import { Story } from './story.ts';
import { calledProcessLines, emptyForms, MockedDecisions, modelLines, type ScenarioModel } from './surroundings.ts';

/** A longer test is none that somebody reads; what comes behind is left out, and the text says so. */
export const SCENARIO_STEPS_MAX = 500;

export interface ScenarioOptions {
  /** Models of the process and of what it called; forms and decisions too, as far as there are any. */
  readonly models: readonly ScenarioModel[];
  /** Replays of the instances it called, and of those they called. A called process without one is mocked. */
  readonly called?: readonly Replay[];
  /** The last moment that is part of it. Default: the last there is. */
  readonly until?: number;
  /** Default `vitest`. */
  readonly runner?: 'vitest' | 'node';
}

/** Thrown when there can be no test. The message says why. */
export class NoScenario extends Error {
  override readonly name = 'NoScenario';
}

/**
 * @returns the source of a file with one test.
 * @throws {NoScenario} the records do not reach back to the start of the instance.
 */
export function scenarioOf(replay: Replay, options: ScenarioOptions): string {
  const { called = [], runner = 'vitest' } = options;
  const story = new Story(replay, called);
  const start = startOf(story);
  if (start === undefined) {
    throw new NoScenario(
      `Expected the records of the process instance ${replay.processInstanceKey} from its start, but the oldest are gone: a test could not tell how to get there`,
    );
  }
  const until = replay.records[options.until ?? replay.length - 1]?.position ?? Number.POSITIVE_INFINITY;
  const models = [...options.models, ...emptyForms(options.models)];
  const steps = new StepLines(story, models, until);
  for (const record of story.records) {
    if (record.position <= start.position) steps.addSurroundings(record);
    else if (!steps.add(record, start.messageKey)) break;
  }
  const body = [
    `const engine = createTestEngine({ startTime: ${quoted(new Date(start.timestamp).toISOString())} });`,
    `engine.deploy(${models.map((_, index) => `model${index + 1}`).join(', ')});`,
    ...calledProcessLines(story),
    '',
    ...steps.before,
    ...start.lines,
    ...steps.timedLines(start.timestamp),
    '',
    ...assertionLines(replay, replay.at(steps.settledIndex), start.skipped),
  ];
  return [
    `// ${commentText(start.processId)}: what happened to the process instance ${replay.processInstanceKey}.`,
    "import { assertThat, createTestEngine } from '@waggle/testing';",
    runner === 'vitest' ? "import { test } from 'vitest';" : "import { test } from 'node:test';",
    '',
    `test(${quoted(`should go the way of the process instance ${replay.processInstanceKey}`)}, () => {`,
    ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    '});',
    '',
    '// Or deploy them from your files: engine.deploy(path).',
    ...modelLines(models),
  ].join('\n');
}

interface TimedLines {
  readonly timestamp: number;
  /** What is put in place for it. */
  readonly before: string[];
  readonly lines: readonly string[];
  readonly isClock: boolean;
}

class StepLines {
  /** What is put in place before the instance starts. */
  readonly before: string[] = [];
  readonly #story: Story;
  readonly #decisions: MockedDecisions;
  readonly #until: number;
  readonly #steps: TimedLines[] = [];
  readonly #messages = new Set<Key>();
  #isTimed = false;
  #settledPosition = Number.POSITIVE_INFINITY;

  constructor(story: Story, models: readonly ScenarioModel[], until: number) {
    this.#story = story;
    this.#decisions = new MockedDecisions(models);
    this.#until = until;
    // A model that asks for the time gets the times there were.
    this.#isTimed = models.some(({ content }) => /\b(?:now|today)\(\)/.test(content));
  }

  /** Before the first step. */
  addSurroundings(record: LogRecord): void {
    this.#mockDecision(record);
  }

  /** @returns whether there may be more. */
  add(record: LogRecord, startMessage: Key | undefined): boolean {
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
    this.#isTimed ||= made.isClock === true;
    this.#push(record.timestamp, made);
    return true;
  }

  /** The moment at which everything has happened that the steps lead to. */
  get settledIndex(): number {
    return this.#story.root.indexOf(this.#settledPosition);
  }

  /** The clock is turned only when something depends on it; what is due at once needs that too. */
  timedLines(startMs: number): readonly string[] {
    let nowMs = startMs;
    return this.#steps.flatMap(({ timestamp, before, lines, isClock }, index) => {
      const passedMs = timestamp - nowMs;
      const isDue = isClock && !(passedMs <= 0 && this.#steps[index - 1]?.isClock === true);
      if (!this.#isTimed || (passedMs <= 0 && !isDue)) return [...before, ...lines];
      nowMs = Math.max(nowMs, timestamp);
      return [...before, `engine.advance(${advanceArgument(Math.max(passedMs, 0))});`, ...lines];
    });
  }

  #push(timestamp: number, { lines, isClock = false }: Step): void {
    this.#steps.push({ timestamp, before: [], lines, isClock });
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

/** In words for whole seconds, in milliseconds otherwise. */
function advanceArgument(ms: number): string {
  return ms > 0 && ms % 1_000 === 0 ? `'PT${ms / 1_000}S'` : String(ms);
}
