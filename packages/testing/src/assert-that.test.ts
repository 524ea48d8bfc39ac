import { AssertionError } from 'node:assert';
import { expect, test } from 'vitest';
import { ORDER } from '../test/models.ts';
import { assertThat, createTestEngine } from './index.ts';

function order() {
  const engine = createTestEngine();
  engine.deploy(ORDER);
  return engine.start('order', { variables: { amount: 3 } });
}

test('should say what was expected, what is, and what happened before', () => {
  let failure: unknown;
  try {
    assertThat(order()).isWaitingAt('ship');
  } catch (error) {
    failure = error;
  }
  expect(failure).toBeInstanceOf(AssertionError);
  expect(failure).toMatchObject({ actual: ['pay'], expected: ['ship'] });
  expect((failure as Error).message).toBe(`Expected the instance of 'order' to wait at ["ship"], but it is ["pay"]

What happened:
  2030-01-15T12:00:00.000Z  order: amount = 3
  2030-01-15T12:00:00.000Z  order: order (version 1) started
  2030-01-15T12:00:00.000Z  order: start entered
  2030-01-15T12:00:00.000Z  order: start completed
  2030-01-15T12:00:00.000Z  order: pay entered
  2030-01-15T12:00:00.000Z  order: reminder timer set
  2030-01-15T12:00:00.000Z  order: pay job 'pay' created`);
});

const failures: readonly [string, (instance: ReturnType<typeof order>) => unknown, string][] = [
  ['isCompleted', (each) => assertThat(each).isCompleted(), 'to be completed, but it is active'],
  ['isTerminated', (each) => assertThat(each).isTerminated(), 'to be terminated, but it is active'],
  ['isNotWaitingAt', (each) => assertThat(each).isNotWaitingAt('pay'), "not to wait at 'pay'"],
  ['hasPassed', (each) => assertThat(each).hasPassed('start', 'pay'), "to have passed 'pay', but it passed 'start'"],
  ['hasPassedInOrder', (each) => assertThat(each).hasPassedInOrder('pay', 'start'), "'pay', 'start' in this order"],
  ['hasNotPassed', (each) => assertThat(each).hasNotPassed('start'), "not to have passed 'start'"],
  ['hasVariables', (each) => assertThat(each).hasVariables({ amount: 4 }), '{"amount":4}, but it is {"amount":3}'],
  ['hasNoVariable', (each) => assertThat(each).hasNoVariable('amount'), "to have no variable 'amount'"],
  ['hasIncident', (each) => assertThat(each).hasIncident(), 'to have an incident {}, but it has nothing'],
  ['hasJobs', (each) => assertThat(each).hasJobs('pay', 2), "of type 'pay': 2, but it is 1"],
  ['hasUserTask', (each) => assertThat(each).hasUserTask('check'), "to have a user task 'check', but it has nothing"],
];

for (const [name, assertion, message] of failures) {
  test(`should fail readably: ${name}`, () => {
    expect(() => assertion(order())).toThrow(message);
  });
}
