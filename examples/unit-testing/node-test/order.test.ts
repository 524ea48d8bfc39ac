import { test } from 'node:test';
import { assertThat, createTestEngine } from '@waggle/testing';

const model = new URL('../order.bpmn', import.meta.url).pathname;

test('should have a clerk review a large order', () => {
  // given
  const engine = createTestEngine();
  engine.deploy(model);
  const order = engine.start('order', { variables: { amount: 4000 } });

  // when
  engine.completeJob('charge-card', { charged: true });
  engine.completeUserTask('review-order', { approved: true });
  engine.completeJob('ship-parcel', { tracking: 'T-1' });

  // then
  assertThat(order)
    .isCompleted()
    .hasVariables({ approved: true, parcel: { tracking: 'T-1' } });
});
