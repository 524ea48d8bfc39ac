import { keyOf, NO_KEY, RejectionType, UserTaskCommentIntent, ValueType } from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { eventResponse, rejectionResponse } from '../../test/scripted-port.ts';
import { sentCommand } from '../../test/sent-command.ts';

const TASK = keyOf(2, 7n);
const COMMENT = keyOf(2, 9n);
const PATH = `/waggle/v1/user-tasks/${TASK}/comments`;

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest({ partitionCount: 3 });
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.sent.length = 0;
  rest.port.script = ({ command }) =>
    eventResponse(command, COMMENT, { ...command.value, commentKey: COMMENT, processInstanceKey: keyOf(2, 1n) });
});

describe('POST /waggle/v1/user-tasks/{userTaskKey}/comments', () => {
  it('should say it on the partition of the task', async () => {
    const text = '<script>alert("🐝")</script>\n';
    const answer = await rest.request('POST', PATH, { author: 'ann', text });

    expect(answer).toMatchObject({
      status: 201,
      json: {
        commentKey: String(COMMENT),
        userTaskKey: String(TASK),
        processInstanceKey: String(keyOf(2, 1n)),
        author: 'ann',
        text,
        creationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    });
    expect(rest.port.sent[0]?.partitionId).toBe(2);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.USER_TASK_COMMENT,
      intent: UserTaskCommentIntent.CREATE,
      key: NO_KEY,
      value: { userTaskKey: TASK, author: 'ann', text },
    });
  });

  it.each([
    [{ text: 'x' }, 'No author provided'],
    [{ author: 'ann', text: ' \n' }, 'No text provided'],
    [{ author: 'ann', text: 'x'.repeat(4_001) }, 'The provided text exceeds the limit of 4000 characters'],
    [{ author: 'ann', text: 'x', at: 1 }, 'Request property [at] cannot be parsed'],
  ])('should refuse %#', async (body, detail) => {
    const answer = await rest.request('POST', PATH, body);

    expect(answer.json).toMatchObject({ status: 400, detail: expect.stringContaining(detail) });
    expect(rest.port.sent).toHaveLength(0);
  });

  it('should take a text as long as it may be', async () => {
    expect((await rest.request('POST', PATH, { author: 'ann', text: '🐝'.repeat(4_000) })).status).toBe(201);
  });

  it('should tell that the task is unknown when no partition can have it', async () => {
    const key = keyOf(9, 1n);
    const answer = await rest.request('POST', `/waggle/v1/user-tasks/${key}/comments`, { author: 'ann', text: 'x' });

    expect(answer.json).toMatchObject({
      status: 404,
      detail: `Command 'CREATE' rejected with code 'NOT_FOUND': Expected to comment on user task with key '${key}', but no such user task was found`,
    });
  });
});

describe('DELETE /waggle/v1/user-tasks/{userTaskKey}/comments/{commentKey}', () => {
  it('should take it back on the partition of the task', async () => {
    expect(await rest.request('DELETE', `${PATH}/${COMMENT}`)).toMatchObject({ status: 204, text: '' });
    expect(rest.port.sent[0]?.partitionId).toBe(2);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.USER_TASK_COMMENT,
      intent: UserTaskCommentIntent.DELETE,
      key: COMMENT,
      value: { userTaskKey: TASK, commentKey: COMMENT },
    });
  });

  it('should answer 404 to what is none', async () => {
    rest.port.script = ({ command }) => rejectionResponse(command, RejectionType.NOT_FOUND, 'none');

    expect((await rest.request('DELETE', `${PATH}/${COMMENT}`)).json).toMatchObject({ status: 404 });
  });

  it('should refuse what is no key', async () => {
    expect((await rest.request('DELETE', `${PATH}/first`)).json).toMatchObject({ status: 400 });
    expect(rest.port.sent).toHaveLength(0);
  });
});
