import { once } from 'node:events';
import { connect } from 'node:net';
import { keyOf } from '@waggle/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventReader } from '../../test/event-reader.ts';
import { problem, type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { ScriptedChanges } from '../../test/scripted-changes.ts';
import { CHANGE_CLIENTS_MAX } from '../changes/index.ts';

const PATH = '/waggle/v1/changes';
const KEY = keyOf(1, 3n);
const OTHER_KEY = keyOf(1, 4n);

let source: ScriptedChanges;
let rest: RestFixture;
beforeEach(async () => {
  source = new ScriptedChanges();
  rest = await startRest({ changes: source });
});
afterEach(() => rest.close());

const open = (query = '') => EventReader.open(`${rest.url}${PATH}${query}`);
const isNobodyWatching = () => {
  const { isEverything, processInstanceKeys } = source.watched.at(-1)!;
  return !isEverything && processInstanceKeys.length === 0;
};

describe(`GET ${PATH}`, () => {
  it('should tell changes as events that nobody keeps, changes or runs', async () => {
    // given
    const reader = await open();

    // then
    expect(reader.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(await reader.next()).toEqual({ name: 'ready', data: { isLive: true } });

    // when
    source.tell(['PROCESS_INSTANCE', 'INCIDENT'], [KEY]);

    // then
    expect(await reader.next()).toEqual({
      name: 'change',
      data: { valueTypes: ['PROCESS_INSTANCE', 'INCIDENT'], processInstanceKeys: [String(KEY)] },
    });
    await reader.close();
  });

  it('should tell changes of one instance', async () => {
    const reader = await open(`?processInstanceKey=${KEY}`);
    await reader.next();
    expect(source.watched).toEqual([{ isEverything: false, processInstanceKeys: [KEY] }]);

    source.tell(['JOB'], [OTHER_KEY]);
    source.tell(['VARIABLE'], [KEY, OTHER_KEY]);

    expect(await reader.next()).toEqual({
      name: 'change',
      data: { valueTypes: ['VARIABLE'], processInstanceKeys: [String(KEY)] },
    });
    await reader.close();
  });

  it.each(['x', '-', '1.5', '99999999999999999999999'])('should refuse %s as a key', async (text) => {
    const { status, json } = await rest.request('GET', `${PATH}?processInstanceKey=${text}`);
    expect([status, json!.title]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(json!.detail).toContain('processInstanceKey');
  });

  it('should stop watching when the client goes away', async () => {
    const reader = await open();
    await reader.next();
    await reader.close();
    await expect.poll(isNobodyWatching).toBe(true);
  });

  it('should not watch for those who ask for the head alone', async () => {
    const { status, headers } = await rest.request('HEAD', PATH);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    await expect.poll(isNobodyWatching).toBe(true);
  });

  it('should end the stream when the server closes', async () => {
    const reader = await open();
    await reader.next();
    await rest.server.close();
    expect(await reader.ended).toBe(true);
    expect(isNobodyWatching()).toBe(true);
  });

  it('should refuse more clients than it can serve, and take one when another is gone', async () => {
    // given
    const readers = await Promise.all(Array.from({ length: CHANGE_CLIENTS_MAX }, () => open()));

    // when
    const refused = await rest.request('GET', PATH);

    // then
    expect([refused.status, refused.json]).toEqual([
      503,
      problem(
        503,
        'UNAVAILABLE',
        'Expected at most 500 clients to watch changes at a time, but there are as many already: come again later, and search now and then until that succeeds',
        PATH,
      ),
    ]);
    await readers.pop()!.close();
    await expect.poll(async () => (await open().catch(() => undefined))?.close().then(() => 'taken')).toBe('taken');
    await Promise.all(readers.map((reader) => reader.close()));
  });

  it('should hold little for a client that does not read, and tell it all when it reads again', async () => {
    // given
    const socket = connect(rest.server.restPort, '127.0.0.1');
    socket.write(`GET ${PATH} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    await once(socket, 'data');
    socket.pause();
    const keys = Array.from({ length: 200 }, (_, index) => keyOf(1, BigInt(index)));

    // when: some 40 MB, more than what lies between the two takes
    for (let round = 0; round < 10_000; round++) {
      source.tell(['JOB'], keys);
      if (round % 10 === 0) await new Promise(setImmediate);
    }
    source.tell(['FORM'], []);
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk) => {
      text += chunk;
    });
    socket.resume();

    // then
    await expect.poll(() => text.includes('FORM'), { timeout: 10_000 }).toBe(true);
    expect(text.split('event: change').length).toBeLessThan(8_000);
    expect(text).toMatch(/\{"valueTypes":\["JOB","FORM"\],"processInstanceKeys":\["2251/);
    socket.destroy();
  });

  it('should say that nothing will come without a read side', async () => {
    const without = await startRest();
    const reader = await EventReader.open(`${without.url}${PATH}`);
    expect(await reader.next()).toEqual({ name: 'ready', data: { isLive: false } });
    await reader.close();
    await without.close();
  });
});
