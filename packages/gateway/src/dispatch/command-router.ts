import {
  type CommandRequest,
  type CommandResponse,
  intentName,
  type Key,
  type LogRecord,
  type PartitionPort,
  partitionIdOf,
  partitionIdOfCorrelationKey,
  RecordType,
  type RecordValues,
  type ValueType,
} from '@waggle/protocol';
import {
  CommandFailedError,
  type PartitionAttempt,
  type RejectionFailure,
  rejectionError,
  toCommandError,
} from './command-failure.ts';
import { commandSubject } from './command-subject.ts';

/** What holds for all partitions is decided here and distributed: deployments, the clock, batch operations and the like. */
const DEPLOYMENT_PARTITION_ID = 1;

/** How long a client waits for an answer unless it says otherwise: Camunda's gateway default. */
export const REQUEST_TIMEOUT_MS_DEFAULT = 15_000;

/** The event that answered a command. */
export type Answer<Type extends ValueType> = Promise<LogRecord<RecordValues[Type]>>;

export interface SendOptions {
  /** Gives up waiting after this long; the command may still take effect. */
  readonly timeoutMs?: number;
}

/**
 * Sends each command to the partition that owns what it is about and resolves with the event that answered it.
 * Every method throws {CommandFailedError}: the engine rejected the command, or no partition took it.
 */
export class CommandRouter {
  readonly #port: PartitionPort;
  readonly #defaults: { readonly timeoutMs: number };
  #nextPartition = 0;

  constructor(port: PartitionPort, options: SendOptions = {}) {
    this.#port = port;
    this.#defaults = { timeoutMs: options.timeoutMs ?? REQUEST_TIMEOUT_MS_DEFAULT };
  }

  /** To the partition that assigned the key. @param key defaults to the command's own. */
  sendByKey<Type extends ValueType>(request: CommandRequest<Type>, key: Key = request.key): Answer<Type> {
    const partitionId = partitionIdOf(key);
    if (!this.#port.partitionIds.includes(partitionId)) return Promise.reject(unknownKeyError(request, key));
    return this.#send(partitionId, request).catch((error: unknown) => {
      // Partitions may go between our look and theirs; for the client that is the same unknown key.
      const isGone =
        error instanceof CommandFailedError &&
        error.failure.kind === 'partition' &&
        error.failure.code === 'PARTITION_NOT_FOUND';
      throw isGone ? unknownKeyError(request, key) : error;
    });
  }

  /** To the partition that owns a correlation key or business id. */
  sendByCorrelationKey<Type extends ValueType>(
    request: CommandRequest<Type>,
    correlationKey: string,
    options?: SendOptions,
  ): Answer<Type> {
    const partitionIds = this.#port.partitionIds;
    const index = partitionIdOfCorrelationKey(correlationKey, partitionIds.length) - 1;
    return this.#send(partitionIds[index] ?? index + 1, request, options);
  }

  sendToDeploymentPartition<Type extends ValueType>(request: CommandRequest<Type>): Answer<Type> {
    return this.#send(DEPLOYMENT_PARTITION_ID, request);
  }

  /**
   * To the next partition in turn. A partition that is full or away surely did nothing, so the following one is
   * tried; after any other failure the command may have taken effect and is not repeated.
   */
  sendToAny<Type extends ValueType>(request: CommandRequest<Type>, options?: SendOptions): Answer<Type> {
    const partitionIds = this.#port.partitionIds;
    const first = this.#nextPartition++ % partitionIds.length;
    if (partitionIds.length === 1) return this.#send(partitionIds[0]!, request, options);
    const order = [...partitionIds.slice(first), ...partitionIds.slice(0, first)];
    return this.#sendToFirstOf(order, request, options, []);
  }

  async #sendToFirstOf<Type extends ValueType>(
    order: readonly number[],
    request: CommandRequest<Type>,
    options: SendOptions | undefined,
    attempts: PartitionAttempt[],
  ): Answer<Type> {
    for (const partitionId of order) {
      try {
        return await this.#send(partitionId, request, options);
      } catch (error) {
        if (!(error instanceof CommandFailedError) || error.failure.kind !== 'partition') throw error;
        const { code, message } = error.failure;
        if (code !== 'RESOURCE_EXHAUSTED' && code !== 'PARTITION_UNAVAILABLE') throw error;
        attempts.push({ partitionId, code, message });
      }
    }
    throw new CommandFailedError({
      kind: 'partition',
      code: 'RESOURCE_EXHAUSTED',
      message:
        `Expected to send the command to one of the partitions ${order.join(', ')}, but none accepted it. ` +
        'Try again later, with fewer requests at a time.',
      attempts,
    });
  }

  #send<Type extends ValueType>(
    partitionId: number,
    request: CommandRequest<Type>,
    options: SendOptions = this.#defaults,
  ): Answer<Type> {
    return this.#port.send(partitionId, request, options).then(acceptedRecord<Type>, throwCommandError);
  }
}

function acceptedRecord<Type extends ValueType>(response: CommandResponse): LogRecord<RecordValues[Type]> {
  if (response.record.recordType === RecordType.COMMAND_REJECTION) throw rejectionError(response.record);
  // The answer to a command carries the command's own kind of value; the one exception narrows it itself.
  return response.record as LogRecord<RecordValues[Type]>;
}

function throwCommandError(error: unknown): never {
  throw toCommandError(error);
}

/** What the owner of the key would have answered, if there were one. */
function unknownKeyError(request: CommandRequest, key: Key): CommandFailedError {
  const { verb, thing, kind } = commandSubject(request.valueType, request.intent);
  const failure: RejectionFailure = {
    kind: 'rejection',
    rejectionType: 'NOT_FOUND',
    intentName: intentName(request.valueType, request.intent),
    reason: `Expected to ${verb} ${thing} with key '${key}', but no such ${kind} was found`,
  };
  return new CommandFailedError(failure);
}
