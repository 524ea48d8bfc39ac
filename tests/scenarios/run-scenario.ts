/**
 * Carries out a scenario's steps with a driver. Every step is an action, which must be accepted or refused as it says,
 * or an expectation, which must hold at once or, over the wire, soon.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from './command-of.ts';
import type { Accepted, Answer, Driver, Refused } from './driver.ts';
import { durationMs } from './duration-ms.ts';
import { namedBy, problemWith } from './expectation.ts';
import { Names } from './names.ts';
import type { ObservedRecord } from './observed-record.ts';
import { ObservedState } from './observed-state.ts';
import type { Action, Expectation, Scenario, Step, Variables } from './scenario.ts';
import { ScenarioTrace } from './scenario-trace.ts';

/** How often an expectation over the wire is looked at again. */
const POLL_MS = 20;
/** How long a command may take over the wire that is not said to wait. */
const ANSWER_TIMEOUT_MS = 15_000;
/** How long the cancelation of what a scenario leaves may take. */
const END_TIMEOUT_MS = 2_000;

/** What happened up to a step, for expectations to judge. */
export interface Observed {
  readonly records: readonly ObservedRecord[];
  readonly state: ObservedState;
  readonly names: Names;
  /** Answers to commands that were not waited for. */
  readonly answers: ReadonlyMap<string, Answer | undefined>;
  /** Lease tokens of activations that were named. */
  readonly leases: ReadonlyMap<string, string>;
  /** Types of the jobs that were pushed to streams. */
  readonly pushed: readonly string[];
}

/** @returns the trace. @throws {Error} naming the step that did not go as it should, with what happened before. */
export async function runScenario(scenario: Scenario, driver: Driver): Promise<string> {
  const { steps = [] } = scenario;
  await driver.begin({ turnsClock: steps.some((step) => 'advance' in step) });
  try {
    return await runSteps(scenario, steps, driver);
  } finally {
    await driver.end();
  }
}

async function runSteps(scenario: Scenario, steps: readonly Step[], driver: Driver): Promise<string> {
  const run = new ScenarioRun(driver);
  for (const [index, step] of steps.entries()) {
    try {
      await run.step(step);
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `Scenario ${scenario.number} (${scenario.title})\nstep ${index + 1}: ${JSON.stringify(step).slice(0, 300)}\n${problem}\n\nWhat happened:\n${run.trace.text()}`,
        { cause },
      );
    }
  }
  await run.endAll();
  return run.trace.text();
}

class ScenarioRun implements Observed {
  readonly records: ObservedRecord[] = [];
  readonly state = new ObservedState();
  readonly names = new Names();
  readonly answers = new Map<string, Answer | undefined>();
  readonly leases = new Map<string, string>();
  readonly trace = new ScenarioTrace();
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  get pushed(): readonly string[] {
    return this.#driver.pushed;
  }

  async step(step: Step): Promise<void> {
    if (isExpectation(step)) return this.#expect(step);
    this.trace.step(step);
    if ('advance' in step) await this.#advance(step);
    else if ('engine' in step) await this.#driver.fault(step.engine);
    else await this.#perform(step);
    await this.#driver.settle();
    await this.#observe();
  }

  /** Nothing of a scenario stays behind, whatever state it left its instances in. */
  async endAll(): Promise<void> {
    await this.#observe();
    for (const key of this.state.livingRoots()) {
      const answer = this.#driver.send({ name: 'cancel', with: { key } });
      await this.#driver.settle();
      // A listener to the end of its process answers to nobody any more.
      await within(answer, END_TIMEOUT_MS).catch(() => undefined);
    }
  }

  async #perform(action: Exclude<Action, { advance: string } | { engine: unknown }>): Promise<void> {
    const command = await this.#until(() => commandOf(action, this));
    const answer = this.#driver.send(command);
    if (action.pendingAs !== undefined) {
      const name = action.pendingAs;
      this.answers.set(name, undefined);
      answer.then((given) => this.answers.set(name, given));
      if (action.as !== undefined && 'create' in action) await this.#nameInstance(action.as, action.create);
      return;
    }
    await this.#driver.settle();
    const given = await within(answer, ANSWER_TIMEOUT_MS);
    checkRefusal(given, action.rejected);
    if (isRefused(given)) return;
    await this.#observe();
    await this.#until(() => this.#checkAnswer(action, given));
    if (action.as === undefined) return;
    const leaseToken = given.jobs?.[0]?.leaseToken;
    if (typeof leaseToken === 'string') this.leases.set(action.as, leaseToken);
    const key = given.key ?? given.jobs?.[0]?.key ?? ('key' in command.with ? command.with.key : undefined);
    if ('create' in action && action.awaitResult !== undefined) await this.#nameInstance(action.as, action.create);
    else if (typeof key === 'string') this.names.set(action.as, key);
    else throw new Error(`Expected the answer to have a key to be named "${action.as}", but it has none`);
  }

  async #advance({ advance, by = advance }: { readonly advance: string; readonly by?: string }): Promise<void> {
    const [wholeMs, partMs] = [durationMs(advance), durationMs(by)];
    for (let left = wholeMs; left > 0; left -= partMs) await this.#driver.advance(Math.min(left, partMs));
  }

  /** An instance whose creation has not been answered, by the youngest one of its process. */
  async #nameInstance(name: string, processId: string): Promise<void> {
    const key = await this.#until(() => {
      const key = this.state.instancesOf(processId).at(-1)?.key;
      if (key === undefined) throw new Error(`Expected an instance of "${processId}", but there is none`);
      return key;
    });
    this.names.set(name, key);
  }

  #checkAnswer(action: Action, given: Accepted): void {
    if ('activate' in action) checkLike(given.jobs ?? [], action.jobs, 'jobs');
    if ('evaluate' in action && 'gives' in action) checkLike(given.result, action.gives, 'the result');
    if ('evaluateDecision' in action) checkDecision(action, given);
    if ('evaluateConditions' in action) {
      const started = (given.started ?? []).map((key) => this.state.elements.get(key)?.elementId).sort();
      checkLike(started, [...action.starts].sort(), 'the instances started');
    }
    if ('create' in action && action.awaitResult !== undefined && action.pendingAs === undefined) {
      this.answers.set(action.as ?? '', given);
    }
  }

  async #expect(expectation: Expectation): Promise<void> {
    await this.#until(() => {
      const problem = problemWith(expectation, this);
      if (problem !== undefined) throw new Error(problem);
    });
    const named = namedBy(expectation, this);
    if (named !== undefined) this.names.set(named.name, named.key);
  }

  /** Tries until it goes well or patience runs out. */
  async #until<Result>(attempt: () => Result): Promise<Result> {
    const endMs = performance.now() + this.#driver.patienceMs;
    for (;;) {
      await this.#observe();
      try {
        return attempt();
      } catch (error) {
        if (performance.now() >= endMs) throw error;
      }
      await sleep(POLL_MS);
    }
  }

  async #observe(): Promise<void> {
    for (const record of await this.#driver.takeRecords()) {
      this.records.push(record);
      this.state.apply(record);
      this.trace.record(record);
    }
  }
}

function isExpectation(step: Step): step is Expectation {
  return Object.keys(step)[0]?.startsWith('expect') === true;
}

export function isRefused(answer: Answer): answer is Refused {
  return 'rejection' in answer;
}

/** @param expected a rejection type, perhaps with a part of the reason behind a colon. @throws when it is otherwise. */
export function checkRefusal(answer: Answer, expected: string | undefined): void {
  if (!isRefused(answer)) {
    if (expected === undefined) return;
    throw new Error(`Expected the command to be refused with ${expected}, but it was accepted`);
  }
  const { type, reason } = answer.rejection;
  const [expectedType, ...part] = (expected ?? '').split(': ');
  const isAsExpected = type === expectedType && (reason === '' || reason.includes(part.join(': ')));
  if (isAsExpected) return;
  const wanted = expected === undefined ? 'be accepted' : `be refused with ${expected}`;
  throw new Error(`Expected the command to ${wanted}, but it was refused with ${type}: ${reason}`);
}

function checkDecision(action: Extract<Action, { evaluateDecision: string }>, { decision }: Accepted): void {
  if (decision === undefined) throw new Error('Expected the evaluation of a decision, but the answer has none');
  const { output, failedDecisionId, failureMessage, evaluated } = decision;
  const failure = failedDecisionId === '' ? '' : `${failedDecisionId}: ${failureMessage}`;
  const [failsAt = '', reason = ''] = (action.failsAt ?? '').split(': ');
  if (failedDecisionId !== failsAt || !failureMessage.includes(reason)) {
    throw new Error(`Expected the failure "${action.failsAt ?? 'none'}", but got "${failure || 'none'}"`);
  }
  if ('gives' in action) checkLike(output, action.gives, 'the output');
  if (action.evaluates !== undefined) checkLike(evaluated, action.evaluates, 'what was evaluated');
}

/** Compares what is named in `expected` only. */
export function checkLike(actual: unknown, expected: unknown, what: string): void {
  if (isLike(actual, expected)) return;
  throw new Error(
    `Expected ${what} to be like ${JSON.stringify(expected)}, but got ${JSON.stringify(actual)?.slice(0, 1000)}`,
  );
}

function isLike(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((item, index) => isLike(actual[index], item));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return false;
    const fields = actual as Variables;
    return Object.entries(expected).every(([name, value]) => isLike(fields[name], value));
  }
  return actual === expected;
}

async function within<Result>(promise: Promise<Result>, timeoutMs: number): Promise<Result> {
  const controller = new AbortController();
  const timeout = sleep(timeoutMs, undefined, { signal: controller.signal, ref: false }).then(
    () => Promise.reject(new Error(`Expected an answer within ${timeoutMs} ms, but none came`)),
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    controller.abort();
  }
}
