import { keyOf, NO_KEY, PartitionError, RejectionType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { rejectionResponse, ScriptedPort } from '../../test/scripted-port.ts';
import { CommandFailedError, type CommandFailure } from './command-failure.ts';
import { CommandRouter } from './command-router.ts';
import { completeJob } from './operations/complete-job.ts';
import { createProcessInstance } from './operations/create-process-instance.ts';
import { deployResources } from './operations/deploy-resources.ts';
import { publishMessage } from './operations/publish-message.ts';
import { setVariables } from './operations/set-variables.ts';
import { checkVariables, NO_VARIABLES } from './variables-text.ts';

const creation = {
  bpmnProcessId: 'order',
  version: -1,
  processDefinitionKey: NO_KEY,
  variables: NO_VARIABLES,
  startElementIds: [],
  terminateAfterElementIds: [],
  tags: [],
  businessId: '',
  tenantId: '<default>',
};

async function failureOf(promise: Promise<unknown>): Promise<CommandFailure> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CommandFailedError);
  return (error as CommandFailedError).failure;
}

describe('CommandRouter', () => {
  it('should send a command to the partition that assigned its key', async () => {
    // given
    const port = new ScriptedPort(3);

    // when
    await completeJob(new CommandRouter(port), { jobKey: keyOf(3, 7n), variables: NO_VARIABLES });

    // then
    expect(port.sent).toMatchObject([{ partitionId: 3, timeoutMs: 15_000, command: { key: keyOf(3, 7n) } }]);
  });

  it('should route variables by their scope', async () => {
    // given
    const port = new ScriptedPort(3);

    // when
    await setVariables(new CommandRouter(port), {
      elementInstanceKey: keyOf(2, 7n),
      variables: NO_VARIABLES,
      isLocal: false,
    });

    // then
    expect(port.sent[0]?.partitionId).toBe(2);
  });

  it.each([keyOf(4, 1n), NO_KEY, 0n as typeof NO_KEY, 12n as typeof NO_KEY])(
    'should reject the key %s, which no partition assigned, as not found',
    async (jobKey) => {
      // given
      const port = new ScriptedPort(3);

      // when
      const failure = await failureOf(completeJob(new CommandRouter(port), { jobKey, variables: NO_VARIABLES }));

      // then
      expect(failure).toEqual({
        kind: 'rejection',
        rejectionType: 'NOT_FOUND',
        intentName: 'COMPLETE',
        reason: `Expected to complete job with key '${jobKey}', but no such job was found`,
      });
      expect(port.sent).toEqual([]);
    },
  );

  it('should send messages with one correlation key to one partition', async () => {
    // given
    const port = new ScriptedPort(3);
    const router = new CommandRouter(port);
    const message = { name: 'paid', timeToLiveMs: 0, messageId: '', variables: NO_VARIABLES, tenantId: '<default>' };

    // when
    for (const correlationKey of ['order-1', 'order-1', 'order-2', '']) {
      await publishMessage(router, { ...message, correlationKey });
    }

    // then
    const [first, again, other, empty] = port.sent.map((sent) => sent.partitionId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(empty).toBe(1);
  });

  it('should deploy on partition 1', async () => {
    // given
    const port = new ScriptedPort(3);
    const resources = [{ resourceName: 'order.bpmn', resource: new Uint8Array([1]) }];

    // when
    await deployResources(new CommandRouter(port), { resources, tenantId: '<default>' });

    // then
    expect(port.sent[0]?.partitionId).toBe(1);
  });

  it('should create process instances on one partition after the other', async () => {
    // given
    const port = new ScriptedPort(3);
    const router = new CommandRouter(port);

    // when
    for (let count = 0; count < 4; count++) await createProcessInstance(router, creation);

    // then
    expect(port.sent.map((sent) => sent.partitionId)).toEqual([1, 2, 3, 1]);
  });

  it('should create process instances with one business id on its home partition', async () => {
    // given
    const port = new ScriptedPort(3);
    const router = new CommandRouter(port);

    // when
    for (let count = 0; count < 3; count++) await createProcessInstance(router, { ...creation, businessId: 'b-1' });

    // then
    expect(new Set(port.sent.map((sent) => sent.partitionId)).size).toBe(1);
  });

  it.each(['RESOURCE_EXHAUSTED', 'PARTITION_UNAVAILABLE'] as const)(
    'should try the next partition when one answers %s',
    async (code) => {
      // given
      const port = new ScriptedPort(3);
      port.script = ({ partitionId }) => (partitionId === 1 ? new PartitionError(code, 'not now') : undefined);

      // when
      await createProcessInstance(new CommandRouter(port), creation);

      // then
      expect(port.sent.map((sent) => sent.partitionId)).toEqual([1, 2]);
    },
  );

  it('should not repeat a creation that may have taken effect', async () => {
    // given
    const port = new ScriptedPort(3);
    port.script = () => new PartitionError('TIMEOUT', 'no answer within 15 s');

    // when
    const failure = await failureOf(createProcessInstance(new CommandRouter(port), creation));

    // then
    expect(failure).toMatchObject({ kind: 'partition', code: 'TIMEOUT' });
    expect(port.sent).toHaveLength(1);
  });

  it('should tell what each partition said when none accepts', async () => {
    // given
    const port = new ScriptedPort(2);
    port.script = ({ partitionId }) =>
      new PartitionError(partitionId === 1 ? 'RESOURCE_EXHAUSTED' : 'PARTITION_UNAVAILABLE', `no ${partitionId}`);

    // when
    const failure = await failureOf(createProcessInstance(new CommandRouter(port), creation));

    // then
    expect(failure).toMatchObject({
      kind: 'partition',
      code: 'RESOURCE_EXHAUSTED',
      attempts: [
        { partitionId: 1, code: 'RESOURCE_EXHAUSTED', message: 'no 1' },
        { partitionId: 2, code: 'PARTITION_UNAVAILABLE', message: 'no 2' },
      ],
    });
  });

  it('should word a rejection with intent, type and reason', async () => {
    // given
    const port = new ScriptedPort();
    port.script = ({ command }) => rejectionResponse(command, RejectionType.INVALID_STATE, 'it is in state FAILED');

    // when
    const result = completeJob(new CommandRouter(port), { jobKey: keyOf(1, 1n), variables: NO_VARIABLES });

    // then
    await expect(result).rejects.toThrow(
      "Command 'COMPLETE' rejected with code 'INVALID_STATE': it is in state FAILED",
    );
  });

  it('should pass variables on as they are written', async () => {
    // given
    const port = new ScriptedPort();
    const variables = checkVariables('{"big":12345678901234567890,"price":1.50}');

    // when
    await completeJob(new CommandRouter(port), { jobKey: keyOf(1, 1n), variables });

    // then
    expect(port.sent[0]?.command.value).toMatchObject({ variables });
  });

  it.each([
    [0n, 0n],
    [-1n, NO_KEY],
    [-7n, NO_KEY],
    [keyOf(1, 5n), keyOf(1, 5n)],
  ])('should pass on the definition key %s without an id, and none for a negative one', async (given, sent) => {
    // given
    const port = new ScriptedPort();
    const processDefinitionKey = given as typeof NO_KEY;

    // when
    await createProcessInstance(new CommandRouter(port), { ...creation, bpmnProcessId: '', processDefinitionKey });

    // then
    expect(port.sent[0]?.command.value).toMatchObject({ bpmnProcessId: '', processDefinitionKey: sent });
  });

  it('should bound durations that no clock reaches', async () => {
    // given
    const port = new ScriptedPort();
    const message = {
      name: 'paid',
      correlationKey: 'k',
      messageId: '',
      variables: NO_VARIABLES,
      tenantId: '<default>',
    };

    // when
    await publishMessage(new CommandRouter(port), { ...message, timeToLiveMs: 2 ** 63 });

    // then
    expect(port.sent[0]?.command.value).toMatchObject({ timeToLive: 1_000_000_000_000_000 });
  });
});
