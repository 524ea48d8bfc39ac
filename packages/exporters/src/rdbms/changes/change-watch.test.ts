import { keyOf, type StoredChanges, ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { ChangeWatch, type WatchMessage } from './change-watch.ts';

const KEY = keyOf(1, 3n);
const everything = { isEverything: true, processInstanceKeys: [KEY] };
const nothing = { isEverything: false, processInstanceKeys: [] };

function started() {
  const posted: WatchMessage[] = [];
  const told: StoredChanges[] = [];
  const resolved: string[] = [];
  const watch = new ChangeWatch((message) => posted.push(message));
  watch.onChanges((changes) => told.push(changes));
  return { watch, posted, told, resolved };
}

test('should watch when the thread says that it does', async () => {
  // given
  const { watch, posted, resolved, told } = started();
  void watch.watch(everything).then(() => resolved.push('first'));
  void watch.watch(nothing).then(() => resolved.push('second'));

  // when
  watch.watching(posted[0]!.number);
  await Promise.resolve();
  const early = [...resolved];
  watch.watching(posted[1]!.number);
  await Promise.resolve();

  // then
  expect(early).toEqual(['first']);
  expect(resolved).toEqual(['first', 'second']);
  expect(posted.map(({ watched }) => watched)).toEqual([everything, nothing]);
  expect(told).toEqual([]);
});

test('should tell that anything may have changed when another thread took over', async () => {
  // given
  const { watch, posted, told } = started();
  void watch.watch(everything);
  watch.watching(posted[0]!.number);

  // when
  watch.started();
  watch.watching(posted[1]!.number);

  // then
  const names = Object.keys(ValueType);
  expect(posted[1]).toEqual(posted[0]);
  expect(told).toEqual([
    { everything: { valueTypes: names, processInstanceKeys: undefined }, ofInstances: new Map([[KEY, names]]) },
  ]);
});

test('should let those go on who waited for a thread that ended', async () => {
  const { watch, posted } = started();
  const watching = watch.watch(nothing);
  watch.started();
  watch.watching(posted.at(-1)!.number);
  await watching;
});

test('should not trouble a new thread while nobody watches', () => {
  const { watch, posted } = started();
  watch.started();
  expect(posted).toEqual([]);
});
