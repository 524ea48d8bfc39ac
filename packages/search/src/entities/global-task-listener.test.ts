import { listenerCommand } from '@waggle/engine/test';
import { GlobalListenerIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const { CREATE, UPDATE, DELETE } = GlobalListenerIntent;

test('should show listeners as they are now', async () => {
  // given
  const { engine, search, get } = await startReadSide();
  listenerCommand(engine, CREATE, 'audit', { eventTypes: ['creating', 'completing'] });
  listenerCommand(engine, CREATE, 'gone');
  await search('GlobalTaskListener');

  // when
  listenerCommand(engine, UPDATE, 'audit', { eventTypes: ['completing'], priority: 70, isAfterNonGlobal: true });
  listenerCommand(engine, DELETE, 'gone');

  // then
  const expected = {
    id: 'audit',
    type: 'audit',
    eventTypes: ['completing'],
    retries: 3,
    afterNonGlobal: true,
    priority: 70,
    source: 'API',
  };
  expect(await search('GlobalTaskListener')).toEqual([expected]);
  expect(await get('GlobalTaskListener', 'audit')).toEqual(expected);
  expect(await get('GlobalTaskListener', 'gone')).toBeUndefined();
});

test('should find listeners by their event types', async () => {
  // given
  const { engine, search } = await startReadSide();
  listenerCommand(engine, CREATE, 'a', { eventTypes: ['creating', 'completing'] });
  listenerCommand(engine, CREATE, 'b', { eventTypes: ['canceling'] });
  const found = async (...eventTypes: unknown[]) =>
    (await search('GlobalTaskListener', { filter: { eventTypes } })).map(({ id }) => id);

  // when, then
  expect(await found('creating')).toEqual(['a']);
  expect(await found('creating', 'completing')).toEqual(['a']);
  expect(await found('creating', 'canceling')).toEqual([]);
  expect(await found({ $in: ['creating', 'canceling'] })).toEqual(['a', 'b']);
  expect(await found({ $neq: 'creating' })).toEqual(['b']);
  expect(await found({ $like: 'c?nceling' })).toEqual(['b']);
  expect(await found({ $like: '*\\*' })).toEqual([]);
});
