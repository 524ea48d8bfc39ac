import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

test('should show the last value of a variable', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(work);
  const key = String(engine.create('p', { amount: 1 }));
  await search('Variable');

  // when
  engine.completeJob('work', { amount: 2, note: null });

  // then
  expect(await search('Variable', { sort: [{ field: 'name' }] })).toEqual([
    expect.objectContaining({ name: 'amount', value: '2', scopeKey: key, processInstanceKey: key, isTruncated: false }),
    expect.objectContaining({ name: 'note', value: 'null', rootProcessInstanceKey: key, tenantId: '<default>' }),
  ]);
});

test('should cut long values, never in the middle of a character', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(work);

  // when
  engine.create('p', { even: '😀'.repeat(5_000), odd: `x${'😀'.repeat(5_000)}` });

  // then
  const [even, odd] = await search('Variable', { sort: [{ field: 'name' }] });
  expect(even).toMatchObject({ isTruncated: true, value: `"${'😀'.repeat(4_095)}` });
  expect(odd).toMatchObject({ isTruncated: true, value: `"x${'😀'.repeat(4_094)}` });
});
