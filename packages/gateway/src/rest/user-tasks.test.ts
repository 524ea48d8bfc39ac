import { keyOf, NO_KEY, PartitionError, RejectionType, UserTaskIntent, ValueType } from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { rejectionResponse } from '../../test/scripted-port.ts';
import { sentCommand } from '../../test/sent-command.ts';

const KEY = keyOf(2, 7n);

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest({ partitionCount: 3 });
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.sent.length = 0;
  rest.port.script = () => undefined;
});

const PATH = `/v2/user-tasks/${KEY}`;

describe('POST /v2/user-tasks/{userTaskKey}/assignment', () => {
  it.each([
    [{ assignee: 'ada' }, UserTaskIntent.ASSIGN, 'assign'],
    [{ assignee: 'ada', allowOverride: null, action: ' ' }, UserTaskIntent.ASSIGN, 'assign'],
    [{ assignee: 'ada', allowOverride: true, action: 'delegate' }, UserTaskIntent.ASSIGN, 'delegate'],
    [{ assignee: 'ada', allowOverride: false }, UserTaskIntent.CLAIM, 'assign'],
  ])('should carry out %j', async (body, intent, action) => {
    const answer = await rest.request('POST', `${PATH}/assignment`, body);

    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(rest.port.sent[0]).toMatchObject({ partitionId: 2, timeoutMs: 15_000 });
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.USER_TASK,
      intent,
      key: KEY,
      value: { userTaskKey: KEY, assignee: 'ada', action, changedAttributes: [] },
    });
  });

  it.each([
    [{}, 'No assignee provided.'],
    [{ assignee: ' ' }, 'No assignee provided.'],
    [{ assignee: 'ada', allowOveride: true }, 'Request property [allowOveride] cannot be parsed'],
    [{ assignee: 'ada', allowOverride: 'no' }, 'Request property [allowOverride] cannot be parsed'],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('POST', `${PATH}/assignment`, body);

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toHaveLength(0);
  });

  it('should tell that the task is unknown when no partition can have it', async () => {
    const answer = await rest.request('POST', `/v2/user-tasks/${keyOf(9, 1n)}/assignment`, { assignee: 'ada' });

    expect(answer.json).toMatchObject({
      status: 404,
      detail: `Command 'ASSIGN' rejected with code 'NOT_FOUND': Expected to assign user task with key '${keyOf(9, 1n)}', but no such user task was found`,
    });
  });

  it('should answer 409 when a listener denies', async () => {
    rest.port.script = ({ command }) => rejectionResponse(command, RejectionType.INVALID_STATE, 'denied');

    expect((await rest.request('POST', `${PATH}/assignment`, { assignee: 'a' })).json).toMatchObject({
      status: 409,
      title: 'INVALID_STATE',
    });
  });

  it('should answer 504 when a listener takes too long', async () => {
    rest.port.script = () => new PartitionError('TIMEOUT', 'no answer within 15 s');

    expect((await rest.request('POST', `${PATH}/assignment`, { assignee: 'a' })).json).toMatchObject({
      status: 504,
      title: 'DEADLINE_EXCEEDED',
    });
  });
});

describe('DELETE /v2/user-tasks/{userTaskKey}/assignee', () => {
  it('should take the task from whoever has it', async () => {
    const answer = await rest.request('DELETE', `${PATH}/assignee`);

    expect(answer.status).toBe(204);
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.USER_TASK,
      intent: UserTaskIntent.ASSIGN,
      key: KEY,
      value: { assignee: '', action: 'unassign' },
    });
  });
});

describe('PATCH /v2/user-tasks/{userTaskKey}', () => {
  it('should change what the changeset names, and clear what is empty in it', async () => {
    const answer = await rest.request('PATCH', PATH, {
      changeset: {
        candidateGroups: ['clerks'],
        candidateUsers: [],
        dueDate: '2026-03-01T10:00:00.5+01:00[Europe/Berlin]',
        followUpDate: '',
        priority: 0,
        name: 'is not ours to change',
      },
      action: 'plan',
    });

    expect(answer.status).toBe(204);
    expect(sentCommand(rest.port)).toMatchObject({
      intent: UserTaskIntent.UPDATE,
      key: KEY,
      value: {
        candidateGroupsList: ['clerks'],
        candidateUsersList: [],
        dueDate: '2026-03-01T10:00:00.5+01:00[Europe/Berlin]',
        followUpDate: '',
        priority: 0,
        changedAttributes: ['candidateGroupsList', 'candidateUsersList', 'dueDate', 'followUpDate', 'priority'],
        action: 'plan',
        formKey: NO_KEY,
      },
    });
  });

  it.each([
    [{ changeset: { priority: null, dueDate: '2026-03-01T10:00Z' } }, ['dueDate'], ''],
    [{ action: 'touch' }, [], 'touch'],
    [{ changeset: null, action: 'touch' }, [], 'touch'],
  ])('should carry out %j', async (body, changedAttributes, action) => {
    await rest.request('PATCH', PATH, body);

    expect(sentCommand(rest.port)).toMatchObject({ value: { changedAttributes, action } });
  });

  const nothing =
    'At least one of [action, changeset.candidateGroups, changeset.candidateUsers, changeset.dueDate, changeset.followUpDate, changeset.priority] is required.';

  it.each([
    [undefined, nothing],
    [{}, nothing],
    [{ changeset: {} }, nothing],
    [{ changeset: { priority: null } }, nothing],
    [{ changeset: { priority: 101 } }, "The value for changeset.priority is '101' but must be at most 100."],
    [{ changeset: { priority: -1 } }, "The value for changeset.priority is '-1' but must be greater than -1."],
    [
      { changeset: { dueDate: '2026-03-01' } },
      "The provided changeset.dueDate '2026-03-01' cannot be parsed as a date according to RFC 3339, section 5.6.",
    ],
    [{ changeset: { candidateUsers: 'ada' } }, 'Request property [changeset.candidateUsers] cannot be parsed'],
    [{ changes: {} }, 'Request property [changes] cannot be parsed'],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('PATCH', PATH, body);

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toHaveLength(0);
  });
});

describe('POST /v2/user-tasks/{userTaskKey}/completion', () => {
  it.each([
    [undefined, '{}', ''],
    ['{"variables":null,"action":null}', '{}', ''],
    [
      '{"variables":{"id":9007199254740993123,"price":10.00},"action":"approve"}',
      '{"id":9007199254740993123,"price":10.00}',
      'approve',
    ],
  ])('should complete with the body %s', async (body, variables, action) => {
    const answer = await rest.request('POST', `${PATH}/completion`, body);

    expect(answer.status).toBe(204);
    expect(sentCommand(rest.port)).toMatchObject({
      intent: UserTaskIntent.COMPLETE,
      key: KEY,
      value: { variables, action },
    });
  });
});
