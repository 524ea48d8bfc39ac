import { parseKey } from '@waggle/protocol';
import { defineEndpoint, noBody } from '../endpoint.ts';
import type { EndpointCall } from '../endpoint-call.ts';
import { invalidArgument, unavailable } from '../errors.ts';
import { processInstanceKey } from '../schemas/keys.ts';
import { invalidKey } from '../violation.ts';

const CONTENT_TYPE = 'text/event-stream';

/** Ours alone: what lets web apps show what happens without asking again and again. */
export const watchChanges = defineEndpoint({
  method: 'GET',
  prefix: '/waggle/v1',
  path: '/changes',
  operationId: 'watchChanges',
  tag: 'Changes',
  summary: 'Tells what changes, as soon as searches see it, for as long as the connection is open',
  since: '8.9',
  query: {
    processInstanceKey: {
      allOf: [processInstanceKey],
      description: 'Only changes of this process instance; it need not exist yet.',
    },
  },
  body: noBody,
  success: {
    status: 200,
    description:
      'Server-sent events. First `ready` with {"isLive": true}: from then on nothing is missed, so ask for what you show; false = nothing will ever be told. Then `change` with {"valueTypes": ["PROCESS_INSTANCE", …], "processInstanceKeys": ["2251799813685251", …]}: the kinds of records that changed what searches find, and the instances they tell of, null = too many to list. Changes are collected for 100 ms, and for as long as the client does not read. A comment comes every 15 s.',
    schema: { type: 'string' },
    contentType: CONTENT_TYPE,
  },
  errors: [400, 503],

  handle(call) {
    const { changes } = call.dispatch;
    const stream = changes.open(keyOf(call));
    if (stream === undefined) {
      throw unavailable(
        `Expected at most ${changes.clientsMax} clients to watch changes at a time, but there are as many already: come again later, and search now and then until that succeeds`,
      );
    }
    const client = call.watchClient();
    // The client is gone, or the server closes.
    if (client.signal.aborted) stream.end();
    else client.signal.addEventListener('abort', () => stream.end(), { once: true });
    return {
      status: 200,
      content: { type: CONTENT_TYPE, body: stream },
      // Proxies shall pass each event on when it comes.
      headers: { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
    };
  },
});

function keyOf(call: EndpointCall<unknown>) {
  const text = call.text('processInstanceKey');
  if (text === '') return undefined;
  const key = parseKey(text);
  if (key === undefined) throw invalidArgument([invalidKey('processInstanceKey', text)]);
  return key;
}
