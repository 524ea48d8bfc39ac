import { keyOf } from '@waggle/protocol';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ScriptedChanges } from '../../test/scripted-changes.ts';
import { Change, LISTED_INSTANCES_MAX } from './change.ts';
import { ALIVE_INTERVAL_MS, ChangeHub } from './change-hub.ts';
import type { ChangeStream } from './change-stream.ts';

const READY = 'event: ready\ndata: {"isLive":true}\n\n';
const key = (counter: number) => keyOf(0, BigInt(counter));
const ready = async (stream: ChangeStream | undefined): Promise<ChangeStream> => {
  await expect.poll(() => read(stream!)).toContain(READY);
  stream!.read(0);
  return stream!;
};
const read = (stream: ChangeStream): string => String(stream.read() ?? '');

test('should say that it is ready when the source is', async () => {
  // given
  const source = new ScriptedChanges();
  const { promise, resolve } = Promise.withResolvers<void>();
  source.hold = promise;
  const hub = new ChangeHub(source);

  // when
  const stream = hub.open()!;
  source.tell(['JOB'], [key(1)]);

  // then
  expect(read(stream)).toBe('retry: 2000\n\n');
  resolve();
  await expect.poll(() => read(stream)).toBe(READY);
});

test('should say that nothing will come when there is no source', () => {
  expect(read(new ChangeHub(undefined).open()!)).toContain('data: {"isLive":false}');
});

test('should tell each client what it watches', async () => {
  // given
  const source = new ScriptedChanges();
  const hub = new ChangeHub(source);
  const [all, one, other] = [await ready(hub.open()), await ready(hub.open(key(1))), await ready(hub.open(key(2)))];

  // when
  source.tell(['PROCESS_INSTANCE', 'JOB'], [key(1), key(3)]);

  // then
  expect(read(all)).toBe(
    'event: change\ndata: {"valueTypes":["PROCESS_INSTANCE","JOB"],"processInstanceKeys":["1","3"]}\n\n',
  );
  expect(read(one)).toBe(
    'event: change\ndata: {"valueTypes":["PROCESS_INSTANCE","JOB"],"processInstanceKeys":["1"]}\n\n',
  );
  expect(read(other)).toBe('');
});

test('should watch what somebody wants, and nothing when nobody does', async () => {
  // given
  const source = new ScriptedChanges();
  const hub = new ChangeHub(source);

  // when
  const clients = [hub.open()!, hub.open()!, hub.open(key(1))!, hub.open(key(1))!];
  for (const client of clients) {
    client.destroy();
    await new Promise((resolve) => client.once('close', resolve));
  }

  // then
  expect(source.watched).toEqual([
    { isEverything: true, processInstanceKeys: [] },
    { isEverything: true, processInstanceKeys: [key(1)] },
    { isEverything: false, processInstanceKeys: [key(1)] },
    { isEverything: false, processInstanceKeys: [] },
  ]);
  expect(hub.clientCount).toBe(0);
});

test('should make one change of all that comes while a client does not read', async () => {
  // given
  const source = new ScriptedChanges();
  const stream = await ready(new ChangeHub(source).open());

  // when: the first is on its way, the others wait
  source.tell(['JOB'], [key(1)]);
  for (let round = 0; round < 10_000; round++) source.tell(['JOB', 'VARIABLE'], [key(2), key(3)]);

  // then
  let text = '';
  await expect
    .poll(() => {
      text += read(stream);
      return text;
    })
    .toBe(
      'event: change\ndata: {"valueTypes":["JOB"],"processInstanceKeys":["1"]}\n\n' +
        'event: change\ndata: {"valueTypes":["JOB","VARIABLE"],"processInstanceKeys":["2","3"]}\n\n',
    );
  expect(read(stream)).toBe('');
});

test.each([
  [LISTED_INSTANCES_MAX, LISTED_INSTANCES_MAX],
  [LISTED_INSTANCES_MAX + 1, undefined],
])('should list %i instances as %s', (count, listed) => {
  const keys = Array.from({ length: count }, (_, index) => key(index + 1));
  const halves = [keys.slice(0, count / 2), keys.slice(count / 2)];
  const [first, second] = halves.map((half) => new Change({ valueTypes: ['JOB'], processInstanceKeys: half }));
  const whole = new Change({ valueTypes: ['JOB'], processInstanceKeys: keys });

  for (const change of [whole, first!.with(second!), whole.with(first!)]) {
    expect(change.processInstanceKeys?.length).toBe(listed);
    expect(change.event.includes('"processInstanceKeys":null')).toBe(listed === undefined);
  }
});

test('should give signs of life to clients that read, while there are any', async () => {
  // given
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const hub = new ChangeHub(new ScriptedChanges());
  const stream = await ready(hub.open());

  // when
  vi.advanceTimersByTime(3 * ALIVE_INTERVAL_MS);

  // then: one is on its way, the others are not needed
  expect(read(stream)).toBe(': alive\n\n');
  stream.destroy();
  await new Promise((resolve) => stream.once('close', resolve));
  expect(vi.getTimerCount()).toBe(0);
});

test('should end all streams when it closes, also later ones', async () => {
  const hub = new ChangeHub(new ScriptedChanges());
  const stream = hub.open()!;
  hub.close();
  const late = hub.open()!;
  for (const each of [stream, late]) {
    each.resume();
    await new Promise((resolve) => each.once('end', resolve));
  }
});
