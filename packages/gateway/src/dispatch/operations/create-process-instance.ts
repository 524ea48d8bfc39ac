import { type CommandRequest, type Key, NO_KEY, ProcessInstanceCreationIntent, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter, SendOptions } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';

type Creation = typeof ValueType.PROCESS_INSTANCE_CREATION;

export interface CreateProcessInstanceInput {
  /** Chooses the definition by id; when it is not empty, `processDefinitionKey` does not count. */
  readonly bpmnProcessId: string;
  /** Version of that id; negative = latest. */
  readonly version: number;
  /** Chooses the definition by key; negative = none given. The 0 of clients that gave none is a key nothing has. */
  readonly processDefinitionKey: Key;
  readonly variables: VariablesText;
  /** Ids of elements to start at instead of the none start event. */
  readonly startElementIds: readonly string[];
  /** Ids of elements after whose end the instance is terminated. */
  readonly terminateAfterElementIds: readonly string[];
  readonly tags: readonly string[];
  /** Empty = none. */
  readonly businessId: string;
  /** Checked by `checkTenantId`. */
  readonly tenantId: string;
  readonly operationReference?: Key | undefined;
}

export async function createProcessInstance(
  router: CommandRouter,
  input: CreateProcessInstanceInput,
): Answer<Creation> {
  return sendCreation(router, creationCommand(ProcessInstanceCreationIntent.CREATE, input, []));
}

export function creationCommand(
  intent: ProcessInstanceCreationIntent,
  input: CreateProcessInstanceInput,
  fetchVariables: readonly string[],
): CommandRequest<Creation> {
  const isById = input.bpmnProcessId !== '';
  return {
    valueType: ValueType.PROCESS_INSTANCE_CREATION,
    intent,
    key: NO_KEY,
    value: {
      bpmnProcessId: input.bpmnProcessId,
      version: isById ? Math.max(input.version, -1) : -1,
      processDefinitionKey: isById || input.processDefinitionKey < 0n ? NO_KEY : input.processDefinitionKey,
      processInstanceKey: NO_KEY,
      variables: input.variables,
      startInstructions: input.startElementIds,
      fetchVariables,
      awaitRequestStreamId: -1,
      awaitRequestId: -1,
      terminateAfterElementIds: input.terminateAfterElementIds,
      tags: input.tags,
      businessId: input.businessId,
      tenantId: input.tenantId,
    },
    operationReference: input.operationReference ?? NO_KEY,
  };
}

/** A business id has one home partition, because only there can its uniqueness be checked; others go anywhere. */
export function sendCreation(
  router: CommandRouter,
  request: CommandRequest<Creation>,
  options?: SendOptions,
): Answer<Creation> {
  const { businessId } = request.value;
  return businessId === ''
    ? router.sendToAny(request, options)
    : router.sendByCorrelationKey(request, businessId, options);
}
