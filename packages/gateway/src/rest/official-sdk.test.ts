import { Camunda8 } from '@camunda8/sdk';
import {
  ClockIntent,
  keyOf,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  ResourceDeletionIntent,
  SignalIntent,
  UserTaskIntent,
  ValueType,
} from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { sentCommand } from '../../test/sent-command.ts';

const KEY = keyOf(1, 7n);
const KEY_TEXT = String(KEY);

/** An older client than the one for the REST API alone, still widely used. */
describe('the official SDK over REST', () => {
  let rest: RestFixture;
  let client: ReturnType<Camunda8['getCamundaRestClient']>;

  beforeAll(async () => {
    rest = await startRest();
    client = new Camunda8({
      ZEEBE_REST_ADDRESS: rest.url,
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      CAMUNDA_LOG_LEVEL: 'none',
    }).getCamundaRestClient();
  });
  afterAll(() => rest.close());
  beforeEach(() => {
    rest.port.sent.length = 0;
  });

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'assign a user task',
      () => client.assignUserTask({ userTaskKey: KEY_TEXT, assignee: 'ada', allowOverride: false }),
      { valueType: ValueType.USER_TASK, intent: UserTaskIntent.CLAIM, value: { assignee: 'ada' } },
    ],
    [
      'unassign a user task',
      () => client.unassignUserTask({ userTaskKey: KEY_TEXT }),
      { intent: UserTaskIntent.ASSIGN, value: { assignee: '', action: 'unassign' } },
    ],
    // Its updateUserTask uses a path that the API never had.
    [
      'complete a user task',
      () => client.completeUserTask({ userTaskKey: KEY_TEXT, variables: { a: 1 } }),
      { intent: UserTaskIntent.COMPLETE, value: { variables: '{"a":1}' } },
    ],
    [
      'broadcast a signal',
      () => client.broadcastSignal({ signalName: 'alarm', variables: { a: 1 } }),
      { valueType: ValueType.SIGNAL, intent: SignalIntent.BROADCAST, value: { signalName: 'alarm' } },
    ],
    [
      'modify a process instance',
      () =>
        client.modifyProcessInstance({
          processInstanceKey: KEY_TEXT,
          activateInstructions: [{ elementId: 'a', variableInstructions: [{ variables: { x: 1 } }] }] as never,
          terminateInstructions: [{ elementInstanceKey: '5' }],
        }),
      {
        valueType: ValueType.PROCESS_INSTANCE_MODIFICATION,
        intent: ProcessInstanceModificationIntent.MODIFY,
        value: { activateInstructions: [{ variableInstructions: [{ variables: '{"x":1}' }] }] },
      },
    ],
    [
      'migrate a process instance',
      () =>
        client.migrateProcessInstance({
          processInstanceKey: KEY_TEXT,
          targetProcessDefinitionKey: '77',
          mappingInstructions: [{ sourceElementId: 'a', targetElementId: 'b' }],
        }),
      {
        valueType: ValueType.PROCESS_INSTANCE_MIGRATION,
        intent: ProcessInstanceMigrationIntent.MIGRATE,
        value: { targetProcessDefinitionKey: 77n },
      },
    ],
    [
      'delete a resource',
      () => client.deleteResource({ resourceKey: KEY_TEXT }),
      { valueType: ValueType.RESOURCE_DELETION, intent: ResourceDeletionIntent.DELETE, value: { resourceKey: KEY } },
    ],
    ['pin the clock', () => client.pinInternalClock(1000), { intent: ClockIntent.PIN, value: { time: 1000 } }],
    ['reset the clock', () => client.resetClock(), { valueType: ValueType.CLOCK, intent: ClockIntent.RESET }],
  ])('should %s', async (_what, call, command) => {
    await call();

    expect(sentCommand(rest.port)).toMatchObject(command);
  });
});
