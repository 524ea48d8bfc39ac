/** A runner that lets everything pass would show nothing: what is otherwise than a scenario says must fail, readably. */
import { expect, test } from 'vitest';
import { InProcessDriver } from './in-process-driver.ts';
import { oneTask } from './models.ts';
import { runScenario } from './run-scenario.ts';
import type { Step } from './scenario.ts';

const given: readonly Step[] = [{ deploy: [oneTask('x')] }, { create: 'x', variables: { a: 1 }, as: 'instance' }];

async function run(...steps: readonly Step[]): Promise<string> {
  const scenario = { number: 0, title: 'a try', covers: [], steps: [...given, ...steps] };
  return runScenario(scenario, new InProcessDriver({}));
}

const failures: readonly [Step, string][] = [
  [{ expectCompleted: '@instance' }, 'the state of @instance to be "ELEMENT_COMPLETED", but got "ELEMENT_ACTIVATED"'],
  [{ expectTerminated: '@instance' }, 'to be "ELEMENT_TERMINATED"'],
  [{ expectWaiting: '@instance', at: [] }, 'the elements that wait to be [], but got ["task"]'],
  [{ expectPassed: '@instance', elements: ['task'] }, 'the elements passed to hold "task"'],
  [{ expectNotEntered: '@instance', elements: ['start'] }, 'entered that must not be to be [], but got ["start"]'],
  [{ expectIncident: 'JOB_NO_RETRIES', at: 'task' }, 'Expected an open incident JOB_NO_RETRIES at task'],
  [{ expectVariables: '@instance', are: { a: 2 } }, 'the variable "a" to be 2, but got 1'],
  [{ expectVariables: '@instance', are: {}, absent: ['a'] }, 'that must not be to be [], but got ["a"]'],
  [{ expectVariableTexts: '@instance', are: { a: '1.0' } }, 'the text of "a" to be "1.0", but got "1"'],
  [{ expectJobs: 'x-task', count: 2 }, 'the number of open jobs of type "x-task" to be 2, but got 1'],
  [{ expectJobs: 'x-task', count: 1, like: { retries: 9 } }, 'to be like {"retries":9}'],
  [{ expectRecords: ['JOB CANCELED x-task'] }, 'the events to hold "JOB CANCELED x-task"'],
  [{ expectCount: 'JOB CREATED x-task', is: 0 }, 'the number of events JOB CREATED x-task to be 0, but got 1'],
  [{ expectInstances: 'x', count: 1, living: 0 }, 'that live to be 0, but got 1'],
  [{ expectTask: 'task', state: 'CREATED' }, 'the state of the user task of "task" to be "CREATED"'],
  [{ expectSameKey: ['ELEMENT_ACTIVATED start', 'ELEMENT_ACTIVATED task'] }, 'the number of keys'],
  [{ expectAnswer: 'nothing' }, 'Expected an answer to "nothing", but there is none'],
  [{ create: 'x', rejected: 'NOT_FOUND' }, 'to be refused with NOT_FOUND, but it was accepted'],
  [{ create: 'y' }, 'to be accepted, but it was refused with NOT_FOUND'],
  [{ create: 'y', rejected: 'NOT_FOUND: a very special reason' }, 'a very special reason, but it was refused with'],
  [{ complete: 'y-task' }, 'Expected an open job "y-task", but there are only: x-task'],
  [{ activate: 'x-task', jobs: [{ variables: { a: 2 } }] }, 'Expected jobs to be like'],
  [{ evaluate: '= 1 + 1', gives: 3 }, 'Expected the result to be like 3, but got 2'],
  [{ cancel: '@unknown' }, 'Expected something named "@unknown"'],
];

for (const [step, message] of failures) {
  test(`should fail when it is otherwise: ${JSON.stringify(step)}`, async () => {
    await expect(run(step)).rejects.toThrow(message);
  });
}

test('should name the scenario and the step and tell what happened before', async () => {
  await expect(run({ expectCompleted: '@instance' })).rejects.toThrow(
    /^Scenario 0 \(a try\)\nstep 3: {"expectCompleted":"@instance"}\n[\s\S]*What happened:\n> {"deploy":\["x"\]}\nC DEPLOYMENT CREATE/,
  );
});

test('should give the same trace each time', async () => {
  expect(await run({ complete: 'x-task' })).toBe(await run({ complete: 'x-task' }));
});
