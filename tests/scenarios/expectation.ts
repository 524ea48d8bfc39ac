/** Judges an expectation by what was observed so far. */
import { elementInstances, scopeKey } from './look-up.ts';
import { isEvent, recordLine } from './observed-record.ts';
import { checkLike, checkRefusal, isRefused, type Observed } from './run-scenario.ts';
import type { Expectation, Ref, Variables } from './scenario.ts';

/** @returns what is otherwise than expected; `undefined` when all is well. */
export function problemWith(expectation: Expectation, observed: Observed): string | undefined {
  try {
    // The table's function fits the kind, which the compiler cannot follow through a union.
    const check = checks[Object.keys(expectation)[0] as Kind] as (each: Expectation, observed: Observed) => void;
    check(expectation, observed);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What an expectation that holds gives a name to. */
export function namedBy(expectation: Expectation, observed: Observed): { name: string; key: string } | undefined {
  if (!('as' in expectation) || expectation.as === undefined) return undefined;
  const key =
    'expectIncident' in expectation
      ? openIncidents(expectation.of, observed).find(({ value }) => value.elementId === expectation.at)?.key
      : observed.state.instancesOf(expectation.expectInstances).at(-1)?.key;
  return key === undefined ? undefined : { name: expectation.as, key };
}

type KeysOf<Union> = Union extends unknown ? keyof Union : never;
type Kind = Extract<KeysOf<Expectation>, `expect${string}`>;
type Check<Of extends Kind> = (expectation: Extract<Expectation, Record<Of, unknown>>, observed: Observed) => void;

const checks: { readonly [Each in Kind]: Check<Each> } = {
  expectCompleted: ({ expectCompleted }, observed) => checkEnd(expectCompleted, 'ELEMENT_COMPLETED', observed),
  expectTerminated: ({ expectTerminated }, observed) => checkEnd(expectTerminated, 'ELEMENT_TERMINATED', observed),
  expectWaiting({ expectWaiting, at }, observed) {
    const waiting = waitingElements(observed.names.get(expectWaiting), observed);
    checkSame(waiting, [...at].sort(), 'the elements that wait');
  },
  expectPassed({ expectPassed, elements }, { names, records }) {
    const key = names.get(expectPassed);
    const passed = records
      .filter((each) => isEvent(each) && each.intent === 'ELEMENT_COMPLETED' && each.value.processInstanceKey === key)
      .map(({ value }) => String(value.elementId));
    checkInOrder(passed, elements, 'the elements passed');
  },
  expectNotEntered({ expectNotEntered, elements }, observed) {
    const entered = elements.filter((element) => elementInstances(element, expectNotEntered, observed).length > 0);
    checkSame(entered, [], 'the elements entered that must not be');
  },
  expectIncident: checkIncident,
  expectNoIncident({ expectNoIncident }, observed) {
    const found = openIncidents(expectNoIncident, observed).map(({ value }) => incidentText(value));
    checkSame(found, [], 'the open incidents');
  },
  expectVariables: checkVariables,
  expectVariableTexts({ expectVariableTexts, are }, observed) {
    const variables = observed.state.variables.get(scopeKey(expectVariableTexts, observed));
    for (const [name, text] of Object.entries(are)) checkSame(variables?.get(name), text, `the text of "${name}"`);
  },
  expectPushed({ expectPushed, count }, { pushed }) {
    checkSame(pushed.filter((type) => type === expectPushed).length, count, `the number of pushed "${expectPushed}"`);
  },
  expectJobs({ expectJobs, count, like }, { state }) {
    const jobs = state.openJobs(expectJobs);
    checkSame(jobs.length, count, `the number of open jobs of type "${expectJobs}"`);
    if (like === undefined) return;
    for (const { value } of jobs) checkLike(value, like, `a job of type "${expectJobs}"`);
  },
  expectRecords({ expectRecords }, { records }) {
    checkInOrder(records.filter(isEvent).map(recordLine), expectRecords, 'the events');
  },
  expectCount({ expectCount, is }, { records }) {
    const count = records.filter((each) => isEvent(each) && recordLine(each) === expectCount).length;
    checkSame(count, is, `the number of events ${expectCount}`);
  },
  expectSameKey({ expectSameKey }, { records }) {
    const keys = expectSameKey.map((line) => records.find((each) => isEvent(each) && recordLine(each) === line)?.key);
    checkSame(new Set(keys).size, 1, `the number of keys of ${expectSameKey.join(' and ')}`);
  },
  expectInstances: checkInstances,
  expectTask({ expectTask, state: expected, like }, { state }) {
    const task = [...state.tasks.values()].filter(({ value }) => value.elementId === expectTask).at(-1);
    checkSame(task?.state, expected, `the state of the user task of "${expectTask}"`);
    if (like !== undefined) checkLike(task?.value, like, 'the user task');
  },
  expectAnswer({ expectAnswer, rejected, variables }, { answers }) {
    const answer = answers.get(expectAnswer);
    if (answer === undefined) throw new Error(`Expected an answer to "${expectAnswer}", but there is none`);
    checkRefusal(answer, rejected);
    if (variables === undefined || isRefused(answer)) return;
    checkSame(answer.variables, variables, 'the variables of the result');
  },
  expectNoAnswer({ expectNoAnswer }, { answers }) {
    const answer = answers.get(expectNoAnswer);
    if (answer !== undefined) throw new Error(`Expected no answer yet, but got ${JSON.stringify(answer)}`);
  },
};

function checkEnd(ref: Ref, end: string, { names, state }: Observed): void {
  checkSame(state.elements.get(names.get(ref))?.state, end, `the state of ${ref}`);
}

/** Element ids of living instances without living children, sorted. */
function waitingElements(instanceKey: string, { state }: Observed): string[] {
  const living = [...state.elements.values()].filter(
    (element) => element.processInstanceKey === instanceKey && state.isLiving(element),
  );
  const scopes = new Set(living.map(({ scopeKey: scope }) => scope));
  return living
    .filter(({ key }) => !scopes.has(key) && key !== instanceKey)
    .map(({ elementId }) => elementId)
    .sort();
}

function openIncidents(of: Ref | undefined, { names, state }: Observed) {
  return [...state.incidents.values()].filter(
    ({ isOpen, value }) => isOpen && (of === undefined || value.processInstanceKey === names.get(of)),
  );
}

const incidentText = (value: Variables): string => `${value.errorType} at ${value.elementId}: ${value.errorMessage}`;

function checkIncident(expectation: Extract<Expectation, { expectIncident: string }>, observed: Observed): void {
  const open = openIncidents(expectation.of, observed);
  const found = open.some(
    ({ value }) =>
      value.errorType === expectation.expectIncident &&
      value.elementId === expectation.at &&
      String(value.errorMessage).includes(expectation.message ?? ''),
  );
  if (found) return;
  const texts = open.map(({ value }) => incidentText(value)).join('; ');
  throw new Error(
    `Expected an open incident ${expectation.expectIncident} at ${expectation.at} with "${expectation.message ?? ''}", but there are only: ${texts || 'none'}`,
  );
}

function checkVariables(expectation: Extract<Expectation, { expectVariables: unknown }>, observed: Observed): void {
  const key = scopeKey(expectation.expectVariables, observed);
  const variables = observed.state.variables.get(key) ?? new Map<string, string>();
  for (const [name, value] of Object.entries(expectation.are)) {
    const text = variables.get(name);
    checkSame(text === undefined ? undefined : JSON.parse(text), value, `the variable "${name}"`);
  }
  const present = (expectation.absent ?? []).filter((name) => variables.has(name));
  checkSame(present, [], 'the variables present that must not be');
}

function checkInstances(expectation: Extract<Expectation, { expectInstances: string }>, observed: Observed): void {
  const { state, records } = observed;
  const { expectInstances: processId, count, version, living } = expectation;
  const started = records.filter(
    ({ recordType, intent, value }) =>
      recordType === 'EVENT' &&
      intent === 'ELEMENT_ACTIVATING' &&
      value.bpmnElementType === 'PROCESS' &&
      value.bpmnProcessId === processId &&
      (version === undefined || value.version === version),
  );
  checkSame(started.length, count, `the number of instances of "${processId}" that were started`);
  if (living === undefined) return;
  const alive = started.filter(({ key }) => state.isLiving(state.elements.get(key)!));
  checkSame(alive.length, living, `the number of instances of "${processId}" that live`);
}

function checkSame(actual: unknown, expected: unknown, what: string): void {
  const [actualText, expectedText] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (actualText === expectedText || sorted(actual) === sorted(expected)) return;
  throw new Error(`Expected ${what} to be ${expectedText}, but got ${actualText}`);
}

/** Fields of objects may come in any order. */
function sorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function checkInOrder(actual: readonly string[], expected: readonly string[], what: string): void {
  let index = 0;
  for (const item of actual) if (item === expected[index]) index++;
  if (index === expected.length) return;
  throw new Error(
    `Expected ${what} to hold "${expected[index]}" behind "${expected[index - 1] ?? 'the start'}", but got\n  ${actual.join('\n  ')}`,
  );
}
