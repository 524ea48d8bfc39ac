import {
  BatchOperationInitializationIntent,
  type BatchOperationInitializationValue,
  keyOf,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { type BatchOperationItemsRequest, type ReadAnswer, type Search, SearchError } from '@waggle/search';
import { expect, onTestFinished, test } from 'vitest';
import { rejectionResponse, ScriptedPort } from '../../test/scripted-port.ts';
import { ITEMS_PER_PAGE, ItemDelivery } from './item-delivery.ts';

const OPERATION = keyOf(1, 100n);

/** A search over items of partition 1 that are there, and an operation that has taken those up to `after`. */
class ScriptedSearch implements Search {
  readonly threadCount = 0;
  readonly pendingCount = 0;
  readonly stuckThreadCount = 0;
  after = '';
  isOver = false;
  /** Thrown instead of the next answers for items. */
  readonly failures: SearchError[] = [];
  readonly #itemCount: number;

  constructor(itemCount: number) {
    this.#itemCount = itemCount;
  }

  async read(request: Parameters<Search['read']>[0]): Promise<ReadAnswer> {
    if (request.kind !== 'query') throw new Error('Expected a query');
    if (request.query === 'batchOperationProgress') {
      const progress = { type: 'CANCEL_PROCESS_INSTANCE', filter: '{"state":"ACTIVE"}', after: this.after };
      return { body: this.isOver ? undefined : JSON.stringify(progress), isFresh: true };
    }
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    const { partitionId, after, limit, filter } = request.parameters as BatchOperationItemsRequest;
    expect(filter).toEqual({ state: 'ACTIVE' });
    const first = after === '' ? 1 : Number(BigInt(after) - keyOf(1, 0n)) + 1;
    const last = partitionId === 1 ? Math.min(first + limit - 1, this.#itemCount) : 0;
    const keys = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => keyOf(1, BigInt(first + index)));
    return { body: JSON.stringify(keys.map((key) => [String(key), String(key), null])), isFresh: true };
  }

  async close(): Promise<void> {}
}

function start({ itemCount, partitionCount = 1 }: { itemCount: number; partitionCount?: number }) {
  const port = new ScriptedPort(partitionCount);
  const search = new ScriptedSearch(itemCount);
  const problems: unknown[] = [];
  const delivery = new ItemDelivery({ port, search, onProblem: (error) => problems.push(error) });
  onTestFinished(() => delivery.close());
  const pages = () =>
    port.sent
      .filter(({ command }) => command.valueType === ValueType.BATCH_OPERATION_INITIALIZATION)
      .map(({ partitionId, command }) => {
        const value = command.value as BatchOperationInitializationValue;
        expect(command.intent).toBe(BatchOperationInitializationIntent.INITIALIZE);
        return [partitionId, value.searchResultCursor, value.items.length, value.isLast, value.failure] as const;
      });
  return { port, search, delivery, problems, pages };
}

const at = (place: number) => String(keyOf(1, BigInt(place)));

test('should bring all items page by page, to every partition its own', async () => {
  // given
  const { delivery, pages } = start({ itemCount: ITEMS_PER_PAGE + 1, partitionCount: 2 });

  // when
  delivery.deliver(OPERATION);
  delivery.deliver(OPERATION);

  // then
  await expect.poll(pages).toHaveLength(3);
  expect(pages().toSorted()).toEqual([
    [1, '', ITEMS_PER_PAGE, false, ''],
    [1, at(ITEMS_PER_PAGE), 1, true, ''],
    [2, '', 0, true, ''],
  ]);
});

test('should go on behind what the partition has', async () => {
  // given
  const { delivery, search, pages } = start({ itemCount: 5 });
  search.after = at(3);

  // when
  delivery.deliver(OPERATION);

  // then
  await expect.poll(pages).toEqual([[1, at(3), 2, true, '']]);
});

test('should try again when the partition is elsewhere or a search fails, and stop when it has all', async () => {
  // given
  const { port, delivery, search, problems, pages } = start({ itemCount: 2 });
  search.failures.push(new SearchError('UNAVAILABLE', 'The database is away'));
  const answers = [RejectionType.NOT_FOUND, RejectionType.INVALID_STATE, RejectionType.ALREADY_EXISTS];
  port.script = ({ command }) => rejectionResponse(command, answers.shift()!, 'Not now');

  // when
  delivery.deliver(OPERATION);

  // then
  await expect.poll(pages).toHaveLength(3);
  await expect.poll(() => answers).toEqual([]);
  expect(problems).toHaveLength(1);
});

test('should let the operation fail on the partition when the query never ends', async () => {
  // given
  const { delivery, search, pages } = start({ itemCount: 2 });
  for (let times = 0; times < 3; times++) search.failures.push(new SearchError('TIMEOUT', 'The query takes too long'));

  // when
  delivery.deliver(OPERATION);

  // then
  await expect.poll(pages).toEqual([[1, '', 0, false, 'The query takes too long']]);
});

test('should do nothing for an operation that is over', async () => {
  // given
  const { delivery, search, pages, problems } = start({ itemCount: 2 });
  search.isOver = true;

  // when
  delivery.deliver(OPERATION);
  await new Promise(setImmediate);

  // then
  expect(pages()).toEqual([]);
  expect(problems).toEqual([]);
});
