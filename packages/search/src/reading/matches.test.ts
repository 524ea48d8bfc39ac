import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';
import { processInstance } from '../entities/process-instance.ts';
import type { SearchFilter } from '../search-request.ts';
import { openConnection } from './open-connection.ts';
import { searchMatches, searchQuery } from './search-query.ts';
import { SqlCompiler } from './sql-compiler.ts';

const order = bpmn(
  { id: 'order' },
  startEvent(),
  serviceTask('pack'),
  serviceTask('send', { retries: '=missing' }),
  endEvent(),
  flow('start', 'pack'),
  flow('pack', 'send'),
  flow('send', 'end'),
);

const variables = (name: string, value: unknown) => ({ variables: [{ name, value }] });

test.each<[SearchFilter, number]>([
  [variables('vip', 'true'), 5],
  [variables('vip', { $like: 't*' }), 5],
  [variables('number', '3'), 1],
  [{ ...variables('vip', 'true'), elementId: 'send', elementInstanceState: 'ACTIVE' }, 2],
  [{ elementId: 'send', elementInstanceState: 'ACTIVE' }, 3],
  [{ hasElementInstanceIncident: true }, 3],
  [{ $or: [variables('number', '3'), { elementId: 'send' }] }, 4],
])('should find the same whether few or many rows fit: %j', async (filter, count) => {
  // given
  const { engine, database, exportRecords } = await startReadSide();
  engine.deploy(order);
  for (let number = 0; number < 10; number++) engine.create('order', { number, vip: number % 2 === 0 });
  engine.completeJobs('pack', 'pack', 'pack');
  await exportRecords();
  const connection = openConnection({ database, queryTimeoutMs: 10_000 });
  const compiler = new SqlCompiler(connection.dialect);
  const found = async (rowsPerMatch: number) => {
    const query = searchQuery({
      entity: processInstance,
      request: { filter, sort: [{ field: 'startDate', order: 'DESC' }] },
      scope: {},
      parameters: undefined,
      hasWholeValues: false,
      compiler,
      matchCounts: searchMatches(processInstance, filter, compiler).map(() => rowsPerMatch),
    });
    const [total] = await connection.all(query.total);
    return JSON.parse(query.toJson(await connection.all(query.page), Number(total?.[0])));
  };

  // when
  const few = await found(1);
  const many = await found(1_000_000);
  await connection.close();

  // then
  expect(few.page.totalItems).toBe(count);
  expect(many).toEqual(few);
});
