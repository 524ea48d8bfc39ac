/**
 * Brings the items of batch operations to the partitions that work on them: searches find them, a page at a time.
 *
 * 1. Every step can be repeated: a partition takes a page only behind the last item that it has.
 * 2. What is to be delivered, and how far, is in the secondary storage. So a server that starts goes on where another
 *    stopped, and what failed is tried again from what is known.
 */
import { setTimeout as delay } from 'node:timers/promises';
import {
  BatchOperationInitializationIntent,
  type BatchOperationItem,
  type Key,
  NO_DELIVERY,
  NO_KEY,
  PartitionError,
  type PartitionPort,
  parseKey,
  RecordType,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { type BatchOperationItemsRequest, type BatchOperationProgress, type Search, SearchError } from '@waggle/search';

/** Items of a page: some milliseconds of a partition's time. */
export const ITEMS_PER_PAGE = 1_000;
/** Deliveries under way; more would only crowd out searches. */
const DELIVERIES_MAX = 4;
const RETRY_MS_MIN = 50;
const RETRY_MS_MAX = 5_000;
/** A query that takes too long this often always will. */
const TIMEOUTS_MAX = 3;

interface Delivery {
  readonly batchOperationKey: Key;
  readonly partitionId: number;
  /** That ended without the partition having all. */
  attempts: number;
  timeouts: number;
}

export interface ItemDeliveryOptions {
  readonly port: PartitionPort;
  readonly search: Search;
  /** A step that failed and is tried again, or that ended a delivery. */
  readonly onProblem: (
    error: unknown,
    delivery: { readonly batchOperationKey: Key; readonly partitionId: number },
  ) => void;
}

export class ItemDelivery {
  readonly #options: ItemDeliveryOptions;
  readonly #waiting: Delivery[] = [];
  /** By operation and partition. */
  readonly #known = new Set<string>();
  readonly #closing = new AbortController();
  #runningCount = 0;

  constructor(options: ItemDeliveryOptions) {
    this.#options = options;
  }

  /** Finds and brings the items of an operation; asking again while that is under way does nothing. */
  deliver(batchOperationKey: Key): void {
    for (const partitionId of this.#options.port.partitionIds) {
      const delivery: Delivery = { batchOperationKey, partitionId, attempts: 0, timeouts: 0 };
      if (this.#known.has(nameOf(delivery))) continue;
      this.#known.add(nameOf(delivery));
      this.#waiting.push(delivery);
    }
    this.#next();
  }

  close(): void {
    this.#waiting.length = 0;
    this.#closing.abort();
  }

  #next(): void {
    while (this.#runningCount < DELIVERIES_MAX) {
      const delivery = this.#waiting.shift();
      if (delivery === undefined) return;
      this.#runningCount++;
      void this.#attempt(delivery).then((isOver) => {
        this.#runningCount--;
        if (isOver) this.#known.delete(nameOf(delivery));
        else void this.#later(delivery);
        this.#next();
      });
    }
  }

  /** Others get their turn while a delivery waits for its next attempt. */
  async #later(delivery: Delivery): Promise<void> {
    const waitMs = Math.min(RETRY_MS_MIN * 2 ** delivery.attempts, RETRY_MS_MAX);
    delivery.attempts++;
    // Nothing waits for it, not even the end of the process.
    await delay(waitMs, undefined, { ref: false, signal: this.#closing.signal }).catch(() => undefined);
    if (this.#closing.signal.aborted) return;
    this.#waiting.push(delivery);
    this.#next();
  }

  /** @returns whether nothing is left to do. */
  async #attempt(delivery: Delivery): Promise<boolean> {
    try {
      const progress = await this.#progress(delivery);
      return progress === undefined || (await this.#deliverPages(delivery, progress));
    } catch (error) {
      if (this.#closing.signal.aborted) return true;
      this.#options.onProblem(error, delivery);
      if (error instanceof SearchError && error.code === 'TIMEOUT') delivery.timeouts++;
      const isHopeless = !isPassing(error) || delivery.timeouts >= TIMEOUTS_MAX;
      return isHopeless && (await this.#giveUp(delivery, error));
    }
  }

  /** @returns `undefined` = the operation is over. */
  #progress({ batchOperationKey, partitionId }: Delivery): Promise<BatchOperationProgress | undefined> {
    return this.#query('batchOperationProgress', { batchOperationKey: String(batchOperationKey), partitionId });
  }

  /** @returns whether the partition has all items; otherwise it is elsewhere than we think. */
  async #deliverPages(delivery: Delivery, { type, filter, after }: BatchOperationProgress): Promise<boolean> {
    const { partitionId } = delivery;
    const question = { type, filter: JSON.parse(filter), partitionId, limit: ITEMS_PER_PAGE };
    for (let cursor = after; !this.#closing.signal.aborted; ) {
      const request = { ...question, after: cursor } as BatchOperationItemsRequest;
      const rows = (await this.#query<readonly ItemRow[]>('batchOperationItems', request)) ?? [];
      const items = rows.map(itemOf);
      const isLast = items.length < ITEMS_PER_PAGE;
      const outcome = await this.#send(delivery, { ...NO_DELIVERY, searchResultCursor: cursor, items, isLast });
      if (outcome !== 'taken') return outcome === 'complete';
      if (isLast) return true;
      cursor = String(items.at(-1)!.itemKey);
    }
    return false;
  }

  /** Lets the partition's part of the operation fail. @returns whether it knows. */
  async #giveUp(delivery: Delivery, error: unknown): Promise<boolean> {
    const failure = error instanceof Error ? error.message : String(error);
    try {
      const progress = await this.#progress(delivery);
      if (progress === undefined) return true;
      return (
        (await this.#send(delivery, { ...NO_DELIVERY, searchResultCursor: progress.after, failure })) !== 'refused'
      );
    } catch (nextError) {
      this.#options.onProblem(nextError, delivery);
      return false;
    }
  }

  async #send(
    { batchOperationKey, partitionId }: Delivery,
    page: {
      readonly searchResultCursor: string;
      readonly items: readonly BatchOperationItem[];
      readonly isLast: boolean;
      readonly failure: string;
    },
  ): Promise<'taken' | 'complete' | 'refused'> {
    const { record } = await this.#options.port.send(partitionId, {
      valueType: ValueType.BATCH_OPERATION_INITIALIZATION,
      intent: BatchOperationInitializationIntent.INITIALIZE,
      key: batchOperationKey,
      value: { batchOperationKey, searchQueryPageSize: ITEMS_PER_PAGE, ...page },
    });
    if (record.recordType !== RecordType.COMMAND_REJECTION) return 'taken';
    return record.rejectionType === RejectionType.ALREADY_EXISTS ? 'complete' : 'refused';
  }

  /** @throws {SearchError} also when what was committed before cannot be read yet: a delivery must not miss anything. */
  async #query<Result>(query: string, parameters: unknown): Promise<Result | undefined> {
    const { body, isFresh } = await this.#options.search.read({ kind: 'query', query, parameters });
    if (!isFresh) throw new SearchError('UNAVAILABLE', 'Expected a search that shows everything, but it is behind');
    return body === undefined ? undefined : (JSON.parse(body) as Result);
  }
}

type ItemRow = readonly [itemKey: string, processInstanceKey: string | null, rootProcessInstanceKey: string | null];

function itemOf([itemKey, processInstanceKey, rootProcessInstanceKey]: ItemRow): BatchOperationItem {
  return {
    itemKey: keyOrNone(itemKey),
    processInstanceKey: keyOrNone(processInstanceKey),
    rootProcessInstanceKey: keyOrNone(rootProcessInstanceKey),
  };
}

function keyOrNone(text: string | null): Key {
  return (text === null ? undefined : parseKey(text)) ?? NO_KEY;
}

/** Whether it may go better the next time. */
function isPassing(error: unknown): boolean {
  if (error instanceof SearchError) return error.code === 'UNAVAILABLE' || error.code === 'TIMEOUT';
  return error instanceof PartitionError;
}

function nameOf({ batchOperationKey, partitionId }: Delivery): string {
  return `${batchOperationKey}/${partitionId}`;
}
