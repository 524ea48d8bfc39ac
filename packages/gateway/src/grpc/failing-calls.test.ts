import { status } from '@grpc/grpc-js';
import { keyOf, MESSAGE_BYTES_MAX, PartitionError, type PartitionErrorCode, RejectionType } from '@waggle/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GrpcFixture, startGrpc } from '../../test/grpc-fixture.ts';
import { rejectionResponse } from '../../test/scripted-port.ts';
import { rpcStatusType } from './gateway-definition.ts';
import { STATUS_TEXT_LENGTH_MAX } from './grpc-status.ts';
import type { RpcName } from './rpc-handlers.ts';

const completion = { jobKey: String(keyOf(1, 7n)), variables: '{}' };

const foreignTenant = (rpc: RpcName): string =>
  `Expected to handle gRPC request ${rpc} with tenant identifier 'acme', but multi-tenancy is disabled`;

describe('failing calls', () => {
  let grpc: GrpcFixture;
  beforeEach(async () => {
    grpc = await startGrpc({ partitionCount: 2 });
  });
  afterEach(() => grpc.close());

  it.each([
    ['INVALID_ARGUMENT', status.INVALID_ARGUMENT],
    ['NOT_FOUND', status.NOT_FOUND],
    ['ALREADY_EXISTS', status.ALREADY_EXISTS],
    ['INVALID_STATE', status.FAILED_PRECONDITION],
    ['UNAUTHORIZED', status.PERMISSION_DENIED],
    ['FORBIDDEN', status.PERMISSION_DENIED],
    ['PROCESSING_ERROR', status.INTERNAL],
    ['EXCEEDED_BATCH_RECORD_SIZE', status.UNKNOWN],
    ['NULL_VAL', status.UNKNOWN],
  ] as const)('should answer a rejection %s with status %i and its reason', async (type, code) => {
    // given
    grpc.port.script = ({ command }) => rejectionResponse(command, RejectionType[type], 'Expected x, but y — ü');

    // when
    const call = grpc.call('CompleteJob', completion);

    // then
    const details = `Command 'COMPLETE' rejected with code '${type}': Expected x, but y — ü`;
    await expect(call).rejects.toMatchObject({ code, details });
  });

  it.each<[PartitionErrorCode, status, string]>([
    ['RESOURCE_EXHAUSTED', status.RESOURCE_EXHAUSTED, 'the text'],
    ['MESSAGE_TOO_LARGE', status.RESOURCE_EXHAUSTED, 'the text'],
    ['PARTITION_UNAVAILABLE', status.UNAVAILABLE, 'the text'],
    ['TIMEOUT', status.DEADLINE_EXCEEDED, 'Time out between gateway and broker: the text'],
    ['ABORTED', status.ABORTED, 'the text'],
    [
      'INTERNAL_ERROR',
      status.INTERNAL,
      'Unexpected error occurred between gateway and broker (code: INTERNAL_ERROR) (message: the text)',
    ],
    [
      'PARTITION_NOT_FOUND',
      status.NOT_FOUND,
      `Command 'COMPLETE' rejected with code 'NOT_FOUND': Expected to complete job with key '${keyOf(1, 7n)}', but no such job was found`,
    ],
  ])('should answer the partition error %s with status %i', async (errorCode, code, details) => {
    // given
    grpc.port.script = () => new PartitionError(errorCode, 'the text');

    // when
    const call = grpc.call('CompleteJob', completion);

    // then
    await expect(call).rejects.toMatchObject({ code, details });
  });

  it('should answer a failure nobody expected as internal', async () => {
    // given
    grpc.port.script = () => Promise.reject(new TypeError('x is not a function'));

    // when
    const call = grpc.call('CompleteJob', completion);

    // then
    await expect(call).rejects.toMatchObject({
      code: status.INTERNAL,
      details: 'Unexpected error occurred during the request processing: x is not a function',
    });
  });

  it('should put what each partition said into the status details', async () => {
    // given
    grpc.port.script = ({ partitionId }) => new PartitionError('RESOURCE_EXHAUSTED', `queue ${partitionId} is full`);

    // when
    const error = await grpc.call('CreateProcessInstance', { bpmnProcessId: 'order' }).catch((thrown) => thrown);

    // then
    const trailer = rpcStatusType.deserialize(error.metadata.get('grpc-status-details-bin')[0]);
    const packed = trailer.details.map((detail) => rpcStatusType.deserialize(Buffer.from(detail.value)));
    expect([error.code, trailer.code]).toEqual([status.RESOURCE_EXHAUSTED, status.RESOURCE_EXHAUSTED]);
    expect(packed).toMatchObject([
      { code: status.RESOURCE_EXHAUSTED, message: 'Partition 1: queue 1 is full' },
      { code: status.RESOURCE_EXHAUSTED, message: 'Partition 2: queue 2 is full' },
    ]);
  });

  it('should keep the status details below what clients accept, however many partitions there are', async () => {
    // given
    await grpc.close();
    grpc = await startGrpc({ partitionCount: 100 });
    grpc.port.script = () => new PartitionError('RESOURCE_EXHAUSTED', 'x'.repeat(10_000));

    // when
    const error = await grpc.call('CreateProcessInstance', { bpmnProcessId: 'order' }).catch((thrown) => thrown);

    // then
    const [trailer] = error.metadata.get('grpc-status-details-bin');
    expect(rpcStatusType.deserialize(trailer).details).toHaveLength(16);
    expect(trailer.toString('base64').length).toBeLessThan(8192);
  });

  it('should cut a text that does not fit into a trailer', async () => {
    // given
    grpc.port.script = ({ command }) => rejectionResponse(command, RejectionType.INVALID_ARGUMENT, 'x'.repeat(100_000));

    // when
    const error = await grpc.call('CompleteJob', completion).catch((thrown) => thrown);

    // then
    expect(error.code).toBe(status.INVALID_ARGUMENT);
    expect(error.details).toHaveLength(STATUS_TEXT_LENGTH_MAX);
  });

  it.each<[RpcName, object, string]>([
    [
      'CompleteJob',
      { ...completion, variables: '[1]' },
      "'variables' is invalid: Expected document to be a root level object, but was 'ARRAY'",
    ],
    ['FailJob', { ...completion, variables: '{"a":}' }, 'Invalid JSON value: Expected a value at offset 5'],
    ['ThrowError', { ...completion, variables: '{"a":}' }, 'Invalid JSON value: Expected a value at offset 5'],
    [
      'SetVariables',
      { elementInstanceKey: completion.jobKey, variables: 'x' },
      'Invalid JSON value: Expected a JSON object at offset 0',
    ],
    ['PublishMessage', { name: 'm', variables: '"x"' }, "but was 'STRING'"],
    ['PublishMessage', { name: 'm', tenantId: 'acme' }, foreignTenant('PublishMessage')],
    ['CreateProcessInstance', { bpmnProcessId: 'p', variables: '1' }, "but was 'INTEGER'"],
    ['CreateProcessInstance', { bpmnProcessId: 'p', tenantId: 'acme' }, foreignTenant('CreateProcessInstance')],
    [
      'CreateProcessInstanceWithResult',
      { request: { bpmnProcessId: 'p', tenantId: 'acme' } },
      foreignTenant('CreateProcessInstanceWithResult'),
    ],
    ['CreateProcessInstanceWithResult', {}, "Expected 'request' to say what to create"],
    ['DeployResource', {}, 'at least one resource'],
    ['DeployProcess', {}, 'at least one resource'],
    ['DeployResource', { resources: [{ name: 'x' }], tenantId: 'acme' }, foreignTenant('DeployResource')],
    ['CancelProcessInstance', { operationReference: '18446744073709551615' }, 'at most 2^63 - 1'],
    ['CompleteJob', { ...completion, result: { type: 'other' } }, "to be 'userTask' or 'adHocSubProcess'"],
    [
      'CompleteJob',
      { ...completion, result: { type: 'adHocSubProcess', activateElements: [{ elementId: 'a', variables: '1' }] } },
      "but was 'INTEGER'",
    ],
    ['UpdateJobPriority', { jobKey: completion.jobKey }, "Expected 'priority' to be given"],
    ['BroadcastSignal', { signalName: 's', variables: '[]' }, "but was 'ARRAY'"],
    ['BroadcastSignal', { signalName: 's', tenantId: 'acme' }, foreignTenant('BroadcastSignal')],
    ['EvaluateDecision', { decisionId: 'd', variables: 'x' }, 'Expected a JSON object'],
    ['EvaluateDecision', { decisionId: 'd', tenantId: 'acme' }, foreignTenant('EvaluateDecision')],
    ['EvaluateConditional', { variables: 'x' }, 'Expected a JSON object'],
    ['EvaluateConditional', { tenantId: 'acme' }, foreignTenant('EvaluateConditional')],
    ['MigrateProcessInstance', { processInstanceKey: completion.jobKey }, "Expected 'migrationPlan' to say where to"],
    [
      'ModifyProcessInstance',
      { activateInstructions: [{ elementId: 'a', variableInstructions: [{ variables: '{' }] }] },
      'Expected a member name',
    ],
    ['ModifyProcessInstance', { terminateInstructions: [{}] }, "either 'elementInstanceKey' or 'elementId'"],
    [
      'ModifyProcessInstance',
      { moveInstructions: [{ sourceElementId: 'a', sourceElementInstanceKey: '7' }] },
      'but one has both',
    ],
  ])('should refuse %s %j as an invalid argument', async (rpc, request, text) => {
    // when
    const call = grpc.call(rpc, request);

    // then
    await expect(call).rejects.toMatchObject({ code: status.INVALID_ARGUMENT, details: expect.stringContaining(text) });
    expect(grpc.port.sent).toEqual([]);
  });

  it.each(['null', ' '])('should take the variables %j for none', async (variables) => {
    // when
    await grpc.call('CreateProcessInstance', { bpmnProcessId: 'p', variables });

    // then
    expect(grpc.port.sent[0]?.command.value).toMatchObject({ variables: '{}' });
  });

  it('should take a message of the maximum size and refuse one that is larger', async () => {
    // given
    const variables = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;

    // when
    await grpc.call('CompleteJob', { ...completion, variables: variables(MESSAGE_BYTES_MAX) });
    const tooLarge = grpc.call('CompleteJob', { ...completion, variables: variables(MESSAGE_BYTES_MAX + 32 * 1024) });

    // then
    await expect(tooLarge).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    expect(grpc.port.sent).toHaveLength(1);
  });

  it('should end a call at the deadline of its client', async () => {
    // given
    grpc.port.script = () => new Promise(() => {});

    // when
    const call = grpc.call('CompleteJob', completion, { deadline: Date.now() + 100 });

    // then
    await expect(call).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
  });
});
