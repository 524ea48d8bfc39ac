import { writeFileSync } from 'node:fs';
import { assertThat, BpmnError, createTestEngine, ProcessCoverage } from '@waggle/testing';
import { afterAll, expect, test } from 'vitest';

const model = new URL('../order.bpmn', import.meta.url).pathname;
const coverage = new ProcessCoverage();

/** An engine with the model and workers that do what they should. */
function startEngine() {
  const engine = createTestEngine({ coverage });
  engine.deploy(model);
  engine.mockJob('charge-card', { charged: true });
  engine.mockJob('ship-parcel', { tracking: 'T-1' });
  return engine;
}

afterAll(() => {
  console.log(coverage.table());
  writeFileSync(new URL('../coverage.html', import.meta.url), coverage.html());
});

test('should ship a small order at once', () => {
  const order = startEngine().start('order', { variables: { amount: 40 } });

  assertThat(order)
    .isCompleted()
    .hasPassedInOrder('charge-card', 'ship-parcel', 'shipped')
    .hasNotPassed('review-order')
    .hasVariables({ charged: true, parcel: { tracking: 'T-1' } });
});

test('should have a clerk review a large order', () => {
  // given
  const engine = startEngine();
  const order = engine.start('order', { variables: { amount: 4000 } });
  assertThat(order).isWaitingAt('review-order').hasUserTask('review-order', { assignee: '' });

  // when
  engine.assignUserTask('review-order', 'ada');
  assertThat(order).hasUserTask('review-order', { assignee: 'ada' });
  engine.completeUserTask('review-order', { approved: true });

  // then
  assertThat(order).isCompleted().hasVariables({ approved: true });
});

test('should remind the clerk after a day', () => {
  // given
  const engine = startEngine();
  const order = engine.start('order', { variables: { amount: 4000 } });

  // when
  engine.advance('PT23H');
  assertThat(order).hasJobs('remind-clerk', 0);
  engine.advance('PT1H');

  // then
  assertThat(order).hasJobs('remind-clerk').isWaitingAt('review-order', 'remind-clerk');
  engine.completeJob('remind-clerk');
  assertThat(order).hasPassed('reminded');
});

test('should cancel the order when the card is refused', () => {
  const engine = startEngine();
  engine.mockJob('charge-card', () => {
    throw new BpmnError('CARD_REFUSED', 'no cover');
  });
  assertThat(engine.start('order', { variables: { amount: 40 } }))
    .isCompleted()
    .hasPassed('order-canceled');
});

test('should stop when the card cannot be charged, and go on when it can', () => {
  // given a service that is down
  const engine = startEngine();
  engine.mockJob('charge-card', () => {
    throw new Error('no connection');
  });
  const order = engine.start('order', { variables: { amount: 40 } });
  assertThat(order).hasIncident({ type: 'JOB_NO_RETRIES', elementId: 'charge-card', message: 'no connection' });

  // when it is up again
  engine.mockJob('charge-card', ({ variables }) => ({ charged: Number(variables.amount) }));
  engine.updateRetries('charge-card', 1);
  order.resolveIncident();

  // then
  assertThat(order).isCompleted().hasVariables({ charged: 40 }).hasNoIncidents();
});

test('should pass every element and flow of the model in these tests', () => {
  expect(coverage.reports.map(({ ratio }) => ratio)).toEqual([1]);
});
