import { keyOf, NO_KEY, RejectionType, SavedFilterIntent, ValueType } from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { eventResponse, rejectionResponse } from '../../test/scripted-port.ts';
import { sentCommand } from '../../test/sent-command.ts';

const KEY = keyOf(1, 7n);
const PATH = '/waggle/v1/saved-filters';
/** As a client may write it; parsed and written again it would be another one. */
const CONTENT = '{"id": 12345678901234567890, "rate": 1.00, "__proto__": {"a": 1}}';
const COMPACT = '{"id":12345678901234567890,"rate":1.00,"__proto__":{"a":1}}';

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest({ partitionCount: 3 });
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.sent.length = 0;
  rest.port.script = ({ command }) =>
    eventResponse(command, KEY, { ...command.value, savedFilterKey: KEY, creationTimestamp: 1_700_000_000_000 });
});

const body = (said: string) => `{"app":"tasklist","owner":"ann","name":"Urgent","isShared":true,"content":${said}}`;

describe('POST /waggle/v1/saved-filters', () => {
  it('should keep the content as it came, on the first partition', async () => {
    const answer = await rest.request('POST', PATH, body(CONTENT));

    expect(answer.status).toBe(201);
    expect(answer.text).toBe(
      `{"savedFilterKey":"${KEY}","app":"tasklist","owner":"ann","name":"Urgent","isShared":true,"content":${COMPACT},"creationDate":"2023-11-14T22:13:20.000Z"}`,
    );
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.SAVED_FILTER,
      intent: SavedFilterIntent.CREATE,
      key: NO_KEY,
      value: { app: 'tasklist', owner: 'ann', name: 'Urgent', isShared: true, content: COMPACT },
    });
  });

  it.each([
    ['{}', 'No app provided'],
    [body('null'), 'No content provided'],
    [body('"x"'), 'Request property [content] cannot be parsed'],
    [body('{}').replace('tasklist', 'console'), "Unexpected value 'console' for enum field 'app'"],
    [body('{}').replace('Urgent', 'x'.repeat(101)), 'The provided name exceeds the limit of 100 characters'],
    [body('{}').replace('ann', ' '), 'No owner provided'],
  ])('should refuse %#', async (text, detail) => {
    const answer = await rest.request('POST', PATH, text);

    expect(answer.json).toMatchObject({ status: 400, detail: expect.stringContaining(detail) });
    expect(rest.port.sent).toHaveLength(0);
  });

  it('should answer 409 to a name that is taken', async () => {
    rest.port.script = ({ command }) => rejectionResponse(command, RejectionType.ALREADY_EXISTS, 'taken');

    expect((await rest.request('POST', PATH, body('{}'))).json).toMatchObject({ status: 409, title: 'ALREADY_EXISTS' });
  });
});

describe('PUT /waggle/v1/saved-filters/{savedFilterKey}', () => {
  it('should replace all that can be changed', async () => {
    const answer = await rest.request(
      'PUT',
      `${PATH}/${KEY}`,
      `{"name":"Later","isShared":false,"content":${CONTENT}}`,
    );

    expect(answer).toMatchObject({
      status: 200,
      json: { savedFilterKey: String(KEY), name: 'Later', isShared: false },
    });
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.SAVED_FILTER,
      intent: SavedFilterIntent.UPDATE,
      key: KEY,
      value: { savedFilterKey: KEY, name: 'Later', isShared: false, content: COMPACT },
    });
  });

  it('should refuse to change who has it for which app', async () => {
    const answer = await rest.request('PUT', `${PATH}/${KEY}`, body('{}'));

    expect(answer.json).toMatchObject({ status: 400, detail: 'Request property [app] cannot be parsed' });
  });
});

describe('DELETE /waggle/v1/saved-filters/{savedFilterKey}', () => {
  it('should forget the filter', async () => {
    expect(await rest.request('DELETE', `${PATH}/${KEY}`)).toMatchObject({ status: 204, text: '' });
    expect(rest.port.sent[0]?.partitionId).toBe(1);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.SAVED_FILTER,
      intent: SavedFilterIntent.DELETE,
      key: KEY,
    });
  });

  it('should answer 404 to what is none', async () => {
    rest.port.script = ({ command }) => rejectionResponse(command, RejectionType.NOT_FOUND, 'none');

    expect((await rest.request('DELETE', `${PATH}/${KEY}`)).json).toMatchObject({ status: 404, title: 'NOT_FOUND' });
  });
});
