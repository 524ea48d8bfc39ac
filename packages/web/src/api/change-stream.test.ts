import { expect, onTestFinished, test } from 'vitest';
import { eventOf, eventually, startChangeServer } from '../../test/change-server.ts';
import { ChangeListener, type ChangeListenerOptions } from './change-listener.ts';
import { type ChangeMessage, ChangeStream, serveChanges } from './change-stream.ts';

const live = { kind: 'connection', connection: 'live' };
const connecting = { kind: 'connection', connection: 'connecting' };
const change = { valueTypes: ['JOB'], processInstanceKeys: ['1'] };

/** As the browser gives it to windows that share a worker. */
function sharing(stream: ChangeStream) {
  return () => {
    const { port1, port2 } = new MessageChannel();
    serveChanges(stream, port2);
    return port1;
  };
}

function openWindow(shared: ChangeListenerOptions['shared'], options: Partial<ChangeListenerOptions> = {}) {
  const heard: ChangeMessage[] = [];
  const listener = new ChangeListener({ onMessage: (message) => heard.push(message), shared, ...options });
  listener.join();
  onTestFinished(() => listener.close());
  return { listener, heard, connections: () => heard.filter(({ kind }) => kind === 'connection') };
}

test('should read one stream for all windows', async () => {
  // given
  const server = await startChangeServer();
  const shared = sharing(new ChangeStream(server));
  const windows = Array.from({ length: 8 }, () => openWindow(shared));
  for (const { heard } of windows) await eventually(() => heard).toContainEqual(live);

  // when
  server.write(eventOf('change', change));

  // then
  for (const { heard } of windows) await eventually(() => heard.at(-1)).toEqual({ kind: 'change', change });
  expect(server.opened()).toBe(1);
});

test('should tell a window that comes later at once how it stands', async () => {
  const server = await startChangeServer();
  const shared = sharing(new ChangeStream(server));
  const first = openWindow(shared);
  await eventually(() => first.heard).toContainEqual(live);

  const second = openWindow(shared);

  await eventually(() => second.heard).toEqual([live]);
  expect(first.connections()).toEqual([connecting, live]);
});

test('should go on when the window that came first leaves, and end when the last does', async () => {
  // given
  const server = await startChangeServer();
  const shared = sharing(new ChangeStream(server));
  const [first, second] = [openWindow(shared), openWindow(shared)];
  await eventually(() => second.heard).toContainEqual(live);

  // when
  first.listener.close();
  server.write(eventOf('change', change));

  // then
  await eventually(() => second.heard.at(-1)).toEqual({ kind: 'change', change });
  second.listener.leave();
  await eventually(() => server.streams.length).toBe(0);

  // when
  second.listener.join();

  // then
  await eventually(() => second.connections()).toEqual([connecting, live, connecting, live]);
  expect(server.opened()).toBe(2);
});

test('should put events together that come in pieces', async () => {
  const server = await startChangeServer({ greeting: '' });
  const window = openWindow(sharing(new ChangeStream(server)));
  await eventually(() => server.streams.length).toBe(1);

  for (const piece of (eventOf('ready', { isLive: true }) + eventOf('change', change)).match(/.{1,7}/gs)!) {
    server.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }

  await eventually(() => window.heard.slice(-2)).toEqual([live, { kind: 'change', change }]);
});

test('should say that it is there when the server does', async () => {
  const server = await startChangeServer();
  const window = openWindow(sharing(new ChangeStream(server)));
  await eventually(() => window.heard).toContainEqual(live);
  server.write(': alive\n\n');
  await eventually(() => window.heard.at(-1)).toEqual({ kind: 'alive' });
});

test('should tell all windows since when the server is away, and when it is back', async () => {
  // given
  const server = await startChangeServer();
  const stream = new ChangeStream(server);
  const windows = [openWindow(sharing(stream)), openWindow(sharing(stream))];
  for (const { heard } of windows) await eventually(() => heard).toContainEqual(live);

  // when
  await server.stop();

  // then
  const offline = { kind: 'connection', connection: 'offline', offlineSince: expect.stringMatching(/^\d{4}-.*Z$/) };
  for (const { heard } of windows) await eventually(() => heard.at(-1)).toEqual(offline);
  const late = openWindow(sharing(stream));
  await eventually(() => late.heard[0]).toEqual(windows[0]!.heard.at(-1));

  // when
  await startChangeServer({ port: server.port });
  for (const { listener } of windows) listener.reconnect();

  // then
  for (const { heard } of [...windows, late]) await eventually(() => heard.at(-1)).toEqual(live);
});

test('should take a stream that says nothing for lost', async () => {
  const server = await startChangeServer();
  const window = openWindow(sharing(new ChangeStream({ ...server, silenceMsMax: 20 })));
  await eventually(() => window.heard.at(-1)).toEqual({ kind: 'connection', connection: 'polling' });
  await eventually(server.opened).toBe(2);
});

test.each([
  ['has nothing to tell', { greeting: eventOf('ready', { isLive: false }) }],
  ['refuses the stream', { status: 503 }],
])('should have windows ask by themselves when the server %s', async (_, options) => {
  const server = await startChangeServer(options);
  const window = openWindow(sharing(new ChangeStream(server)));
  await eventually(() => window.heard.at(-1)).toEqual({ kind: 'connection', connection: 'polling' });
});

const silent = () => new MessageChannel().port1;

test.each<[string, ChangeListenerOptions['shared']]>([
  ['there are no shared workers', undefined],
  [
    'the worker does not start',
    (onFailure) => {
      queueMicrotask(onFailure);
      return silent();
    },
  ],
  ['the worker does not answer', silent],
  [
    'the browser forbids it',
    () => {
      throw new Error('Access to shared workers is denied in this context');
    },
  ],
])('should have a stream of its own where %s', async (_, shared) => {
  const server = await startChangeServer();
  const { heard } = openWindow(shared, { own: sharing(new ChangeStream(server)), answerMsMax: 500 });
  await eventually(() => heard).toContainEqual(live);
});

test('should share the next worker when the one it shared says nothing any more', async () => {
  const server = await startChangeServer();
  const window = openWindow(() => sharing(new ChangeStream(server))(), { silenceMsMax: 100 });
  await eventually(() => window.connections().slice(0, 4)).toEqual([connecting, live, connecting, live]);
});
