import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { eventOf, eventually, startChangeServer } from '../../test/change-server.ts';
import { LiveChanges, type LiveMeta } from './live-changes.ts';

const jobs: LiveMeta = { valueTypes: ['JOB'] };

/** What Node lacks of a browser's window; there are no shared workers either, so it has a stream of its own. */
class Page extends EventTarget {
  hidden = false;

  show(isShown: boolean): void {
    this.hidden = !isShown;
    this.dispatchEvent(new Event('visibilitychange'));
  }

  leave(): void {
    this.dispatchEvent(new Event('pagehide'));
    this.show(false);
  }
}

let page: Page;
let queries: QueryClient;
beforeEach(() => {
  page = new Page();
  queries = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false, networkMode: 'always' } },
  });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  onTestFinished(() => {
    page.leave();
    queries.clear();
    vi.unstubAllGlobals();
  });
});

async function start(options?: Parameters<typeof startChangeServer>[0]) {
  const server = await startChangeServer(options);
  vi.stubGlobal('location', { origin: server.origin });
  const changes = new LiveChanges(queries);
  changes.start();
  return { server, changes, untilLive: () => eventually(() => changes.connection).toBe('live') };
}

/** A query that is shown. @returns how often it was asked. */
function show(name: string, live?: LiveMeta, ask: () => Promise<unknown> = async () => 'answer') {
  const queryFn = vi.fn(ask);
  const observer = new QueryObserver(queries, { queryKey: [name], queryFn, ...(live && { meta: { live } }) });
  onTestFinished(observer.subscribe(() => undefined));
  return () => queryFn.mock.calls.length;
}

const told = (valueTypes: readonly string[], processInstanceKeys: readonly string[] | null = null) =>
  eventOf('change', { valueTypes, processInstanceKeys });

test('should ask again what a change concerns', async () => {
  // given
  const { server, untilLive } = await start();
  await untilLive();
  const ofJobs = show('jobs', jobs);
  const ofOne = show('one', { ...jobs, processInstanceKey: '1' });
  const others = [
    show('never'),
    show('incidents', { valueTypes: ['INCIDENT'] }),
    show('two', { ...jobs, processInstanceKey: '2' }),
  ];

  // when
  server.write(told(['JOB'], ['1']));

  // then
  await eventually(() => [ofJobs(), ofOne()]).toEqual([2, 2]);
  expect(others.map((asked) => asked())).toEqual([1, 1, 1]);
});

test('should ask again what was asked before changes were told, and show the first answer all the same', async () => {
  // given
  const { server, untilLive } = await start({ greeting: '' });
  const early = Promise.withResolvers<string>();
  const answers = [early.promise, Promise.resolve('late')];
  const slow = show('slow', jobs, () => answers.shift()!);
  const never = show('never');
  await eventually(() => server.streams.length).toBe(1);

  // when
  server.write(eventOf('ready', { isLive: true }));
  await untilLive();
  expect(slow()).toBe(1);
  early.resolve('early');

  // then
  await eventually(() => queries.getQueryData(['slow'])).toBe('early');
  await eventually(() => queries.getQueryData(['slow'])).toBe('late');
  expect([slow(), never()]).toEqual([2, 1]);
});

test('should not listen while nobody looks, and catch up then', async () => {
  // given
  const { server, untilLive } = await start();
  await untilLive();
  const asked = show('jobs', jobs);
  page.show(false);
  await eventually(() => server.streams.length).toBe(0);

  // when
  page.show(true);

  // then
  await eventually(asked).toBe(2);
  expect(server.opened()).toBe(2);
});

test('should listen while nobody looks where somebody wants to be called, and put off what comes often', async () => {
  // given
  const { server, changes, untilLive } = await start();
  await untilLive();
  const asked = show('jobs', jobs);
  const release = changes.keepWhileHidden();
  page.show(false);

  // when
  server.write(told(['JOB']));
  await eventually(asked).toBe(2);
  server.write(told(['JOB']));
  await eventually(() => queries.isFetching()).toBe(0);
  expect(asked()).toBe(2);
  page.show(true);

  // then
  await eventually(asked).toBe(3);

  // when
  page.show(false);
  release();

  // then
  await eventually(() => server.streams.length).toBe(0);
});

test('should not listen any more when the page is left, until it is back', async () => {
  const { server, changes, untilLive } = await start();
  changes.keepWhileHidden();
  await untilLive();

  page.leave();
  await eventually(() => server.streams.length).toBe(0);

  page.dispatchEvent(new Event('pageshow'));
  await eventually(() => server.streams.length).toBe(1);
});

test('should ask for all when the server is back, also for what failed', async () => {
  // given
  const { server, changes, untilLive } = await start();
  await untilLive();
  const asked = show('jobs', jobs);
  const failed = show('failed', undefined, () => Promise.reject(new Error('Expected a server, but there is none')));
  await server.stop();
  await eventually(() => changes.connection).toBe('offline');
  expect(changes.offlineSince).toMatch(/Z$/);

  // when
  await startChangeServer({ port: server.port });

  // then
  await eventually(() => changes.connection).toBe('live');
  await eventually(() => [asked(), failed()]).toEqual([2, 2]);
  expect(changes.offlineSince).toBeUndefined();
});
