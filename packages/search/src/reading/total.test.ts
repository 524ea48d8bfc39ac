import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';
import { TOTAL_MAX } from '../search-request.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);
const VARIABLES = 100;

test('should count results up to ten thousand, and tell that there are more', async () => {
  // given
  const { engine, searchPage } = await startReadSide();
  engine.deploy(work);
  const variables = Object.fromEntries(Array.from({ length: VARIABLES }, (_, index) => [`variable-${index}`, index]));
  for (let count = 0; count < TOTAL_MAX / VARIABLES; count++) engine.create('p', variables);
  const page = { limit: 1 };

  // when
  const all = await searchPage('Variable', { page });

  // then
  expect(all.page).toMatchObject({ totalItems: TOTAL_MAX, hasMoreTotalItems: false });

  // when
  engine.create('p', { 'variable-0': 0 });
  const more = await searchPage('Variable', { page });
  const some = await searchPage('Variable', { filter: { name: 'variable-0' }, page });

  // then
  expect(more.page).toMatchObject({ totalItems: TOTAL_MAX, hasMoreTotalItems: true });
  expect(some.page).toMatchObject({ totalItems: TOTAL_MAX / VARIABLES + 1, hasMoreTotalItems: false });
});
