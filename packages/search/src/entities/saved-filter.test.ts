import { savedFilterCommand } from '@waggle/engine/test';
import { SavedFilterIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const { CREATE, UPDATE, DELETE } = SavedFilterIntent;

test('should show a filter with its content as it was given', async () => {
  // given
  const { engine, search } = await startReadSide();
  const content = '{"big":12345678901234567890,"__proto__":{"html":"<script>"},"a":1.0}';

  // when
  const { key } = savedFilterCommand(engine, CREATE, { isShared: true, content }).record;

  // then
  const [found] = await search('SavedFilter');
  expect(found).toEqual({
    savedFilterKey: String(key),
    app: 'tasklist',
    owner: 'ann',
    name: 'Urgent',
    isShared: true,
    content: JSON.parse(content),
    creationDate: '2030-01-15T12:00:00.000Z',
  });
});

test('should show changed filters and forget deleted ones', async () => {
  // given
  const { engine, search, exportRecords } = await startReadSide();
  const kept = savedFilterCommand(engine, CREATE).record.key;
  const gone = savedFilterCommand(engine, CREATE, { name: 'gone' }).record.key;
  await exportRecords();
  engine.advance(1_000);

  // when
  savedFilterCommand(engine, UPDATE, { name: 'Later', isShared: true, content: '{"a":[]}' }, kept);
  savedFilterCommand(engine, DELETE, {}, gone);

  // then
  const changed = { owner: 'ann', name: 'Later', isShared: true, content: { a: [] } };
  expect(await search('SavedFilter')).toMatchObject([{ ...changed, creationDate: '2030-01-15T12:00:00.000Z' }]);
});

test('should find what is mine and what others share, in the order of names or times', async () => {
  // given
  const { engine, search } = await startReadSide();
  const create = (name: string, said = {}) => {
    engine.advance(1);
    savedFilterCommand(engine, CREATE, { name, ...said });
  };
  create('c mine');
  create('b shared', { owner: 'bob', isShared: true });
  create('a private', { owner: 'bob' });
  create('d of another app', { app: 'operate' });
  const names = async (request: object) => (await search('SavedFilter', request)).map(({ name }) => name);

  // when, then
  const visible = { app: 'tasklist', $or: [{ owner: 'ann' }, { isShared: true }] };
  expect(await names({ filter: visible, sort: [{ field: 'name' }] })).toEqual(['b shared', 'c mine']);
  expect(await names({ sort: [{ field: 'creationDate', order: 'DESC' }], page: { limit: 2 } })).toEqual([
    'd of another app',
    'a private',
  ]);
  expect(await names({ filter: { name: { $like: '*a*' }, owner: 'bob' } })).toEqual(['b shared', 'a private']);
  expect(await names({ filter: { isShared: false, app: 'operate' } })).toEqual(['d of another app']);
});

test('should take names and owners that are as long and as odd as they may be', async () => {
  // given
  const { engine, search } = await startReadSide();
  const odd = { owner: `${'🐝'.repeat(255)}\0`, name: `'; DROP TABLE saved_filter; --\0\ud800` };

  // when
  savedFilterCommand(engine, CREATE, odd);

  // then
  const [found] = await search('SavedFilter', { filter: { owner: { $like: '🐝*' } } });
  expect(found.name).toMatch(/^'; DROP TABLE saved_filter; --/);
});
