import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { openSqliteWriter } from '@waggle/secondary-storage';
import { expect, test } from 'vitest';
import { startReadSide, type TestReadSide } from '../../test/read-side.ts';

const work = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);
const MANY = 20_100;
/** Behind the keys of all instances. */
const NOBODY = 9_000_000_000_000_000_000n;

test('should find instances by variables that very many have', async () => {
  // given
  const waggle = await startReadSide();
  const { engine } = waggle;
  engine.deploy(work);
  const keys = Array.from({ length: 30 }, (_, index) => String(engine.create('p', { vip: index < 20, order: index })));
  await waggle.exportRecords();
  addVariables(waggle);

  // when
  const found = (variables: object[]) =>
    waggle.searchPage('ProcessInstance', { filter: { variables }, page: { limit: 5 } });

  // then
  const vips = await found([{ name: 'vip', value: 'true' }]);
  expect(vips.items.map(({ processInstanceKey }) => processInstanceKey)).toEqual(keys.slice(0, 5));
  expect(vips.page.totalItems).toBe(20);
  const one = await found([
    { name: 'vip', value: 'true' },
    { name: 'order', value: '7' },
  ]);
  expect(one.items.map(({ processInstanceKey }) => processInstanceKey)).toEqual([keys[7]]);
  expect((await found([{ name: 'vip', value: { $like: 't*e' } }])).page.totalItems).toBe(20);
});

test.each(['short', 'x'.repeat(99), 'x'.repeat(100), 'x'.repeat(101), '😀'.repeat(99)])(
  'should find %s by all of its text and by patterns',
  async (text) => {
    // given
    const waggle = await startReadSide();
    waggle.engine.deploy(work);
    const key = String(waggle.engine.create('p', { text }));
    waggle.engine.create('p', { text: `${text}y` });
    const value = JSON.stringify(text);

    // then
    for (const condition of [value, { $eq: value }, { $like: `${value.slice(0, -1)}"` }, { $in: [value] }]) {
      const items = await waggle.search('ProcessInstance', {
        filter: { variables: [{ name: 'text', value: condition }] },
      });
      expect(items.map(({ processInstanceKey }) => processInstanceKey)).toEqual([key]);
      expect(await waggle.search('Variable', { filter: { value: condition } })).toHaveLength(1);
    }
  },
);

/** SQLite looks for what very many have in another way than for what few have; PostgreSQL knows by itself. */
function addVariables({ database }: TestReadSide): void {
  if (database.kind !== 'sqlite') return;
  const writer = openSqliteWriter(database.path);
  writer.exec(`
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${MANY})
    INSERT INTO variable SELECT n, name, value, full_value, is_truncated, ${NOBODY} + n, ${NOBODY} + n, process_definition_key,
      process_definition_id, tenant_id, partition_id
    FROM n JOIN (SELECT * FROM variable WHERE name = 'vip' AND value = 'true' LIMIT 1) AS one`);
  writer.close();
}
