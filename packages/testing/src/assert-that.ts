/** Assertions whose failures say what was expected, what is, and what happened before. */
import { AssertionError } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import type { ProcessInstance } from './process-instance.ts';

/** Assertions chain: `assertThat(order).hasPassed('pay').isWaitingAt('ship')`. */
export function assertThat(instance: ProcessInstance): InstanceAssertions {
  return new InstanceAssertions(instance);
}

export class InstanceAssertions {
  readonly #instance: ProcessInstance;

  constructor(instance: ProcessInstance) {
    this.#instance = instance;
  }

  isActive(): this {
    return this.#check('to be', this.#instance.state, 'active');
  }

  isCompleted(): this {
    return this.#check('to be', this.#instance.state, 'completed');
  }

  isTerminated(): this {
    return this.#check('to be', this.#instance.state, 'terminated');
  }

  /** Exactly these elements wait, in any order. */
  isWaitingAt(...elementIds: readonly string[]): this {
    return this.#check('to wait at', [...this.#instance.waitingAt].sort(), [...elementIds].sort());
  }

  /** None of these elements waits. */
  isNotWaitingAt(...elementIds: readonly string[]): this {
    const found = this.#instance.waitingAt.filter((each) => elementIds.includes(each));
    if (found.length === 0) return this;
    return this.#fail(`not to wait at ${list(elementIds)}, but it waits at ${list(found)}`, found, []);
  }

  /** All of these elements completed, in any order. */
  hasPassed(...elementIds: readonly string[]): this {
    const { passed } = this.#instance;
    const missing = elementIds.filter((each) => !passed.includes(each));
    if (missing.length === 0) return this;
    return this.#fail(`to have passed ${list(missing)}, but it passed ${list(passed)}`, passed, elementIds);
  }

  /** These elements completed one after the other, others in between. */
  hasPassedInOrder(...elementIds: readonly string[]): this {
    const { passed } = this.#instance;
    let found = 0;
    for (const each of passed) if (each === elementIds[found]) found++;
    if (found === elementIds.length) return this;
    return this.#fail(
      `to have passed ${list(elementIds)} in this order, but it passed ${list(passed)}`,
      passed,
      elementIds,
    );
  }

  hasNotPassed(...elementIds: readonly string[]): this {
    const found = this.#instance.passed.filter((each) => elementIds.includes(each));
    if (found.length === 0) return this;
    return this.#fail(`not to have passed ${list(found)}, but it did`, found, []);
  }

  /** The instance has these variables, and perhaps others. */
  hasVariables(expected: Readonly<Record<string, unknown>>): this {
    const { variables } = this.#instance;
    const actual = Object.fromEntries(
      Object.keys(expected)
        .filter((name) => name in variables)
        .map((name) => [name, variables[name]]),
    );
    return this.#check('to have the variables', actual, expected);
  }

  hasVariable(name: string, value: unknown): this {
    return this.hasVariables({ [name]: value });
  }

  hasNoVariable(...names: readonly string[]): this {
    const found = names.filter((name) => name in this.#instance.variables);
    if (found.length === 0) return this;
    return this.#fail(`to have no variable ${list(found)}, but it has`, found, []);
  }

  /** An element of it has these variables itself. */
  hasLocalVariables(elementId: string, expected: Readonly<Record<string, unknown>>): this {
    const variables = this.#instance.localVariables(elementId);
    const actual = Object.fromEntries(Object.keys(expected).map((name) => [name, variables[name]]));
    return this.#check(`to have in '${elementId}' the variables`, actual, expected);
  }

  hasNoIncidents(): this {
    const texts = this.#instance.incidents.map(incidentText);
    if (texts.length === 0) return this;
    return this.#fail(`to have no incidents, but it has ${list(texts)}`, texts, []);
  }

  /** An open incident like this; `message` is a part of its text. */
  hasIncident(expected: { readonly type?: string; readonly elementId?: string; readonly message?: string } = {}): this {
    const { incidents } = this.#instance;
    const isThere = incidents.some(
      ({ type, elementId, message }) =>
        (expected.type === undefined || type === expected.type) &&
        (expected.elementId === undefined || elementId === expected.elementId) &&
        message.includes(expected.message ?? ''),
    );
    if (isThere) return this;
    const texts = incidents.map(incidentText);
    return this.#fail(`to have an incident ${JSON.stringify(expected)}, but it has ${list(texts)}`, texts, expected);
  }

  /** As many open jobs of the type. */
  hasJobs(type: string, count = 1): this {
    const found = this.#instance.jobs.filter((job) => job.type === type).length;
    return this.#check(`to have open jobs of type '${type}':`, found, count);
  }

  /** An open user task of the element, assigned to somebody if that is given. */
  hasUserTask(elementId: string, expected: { readonly assignee?: string } = {}): this {
    const tasks = this.#instance.userTasks.filter((task) => task.elementId === elementId);
    if (tasks.length === 0) {
      const open = this.#instance.userTasks.map((task) => task.elementId);
      return this.#fail(`to have a user task '${elementId}', but it has ${list(open)}`, open, [elementId]);
    }
    if (expected.assignee === undefined) return this;
    return this.#check(`to have a user task '${elementId}' assigned to`, tasks[0]?.assignee, expected.assignee);
  }

  #check(what: string, actual: unknown, expected: unknown): this {
    if (isDeepStrictEqual(actual, expected)) return this;
    return this.#fail(`${what} ${text(expected)}, but it is ${text(actual)}`, actual, expected);
  }

  #fail(problem: string, actual: unknown, expected: unknown): never {
    throw new AssertionError({
      message: `Expected the instance of '${this.#instance.processId}' ${problem}\n\n${this.#instance.history()}`,
      actual,
      expected,
      operator: 'assertThat',
      stackStartFn: this.#fail,
    });
  }
}

const incidentText = (incident: { readonly type: string; readonly elementId: string; readonly message: string }) =>
  `${incident.type} at ${incident.elementId}: ${incident.message}`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? 'nothing' : items.map((item) => `'${item}'`).join(', ');

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'));
