/** Pages of a search over random instances: whatever the order and the size, they join to the whole. */
import { bpmn, endEvent, flow, Random, serviceTask, startEvent } from '@waggle/engine/test';
import { ProcessInstanceCreationIntent, ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide, type TestReadSide } from '../../test/read-side.ts';
import { processInstance } from '../entities/process-instance.ts';
import type { SearchRequest, SortRequest } from '../search-request.ts';

const INSTANCES = 40;
/** `undefined` takes those that always run. */
const SEED = process.env.WAGGLE_SEED;
const seeds = SEED === undefined ? Array.from({ length: 25 }, (_, index) => index + 1) : [Number(SEED)];

const sortable = Object.entries(processInstance.fields)
  .filter(([, field]) => field.isSortable)
  .map(([name]) => name);

test.each(seeds)('should give by pages what it gives in one go (WAGGLE_SEED=%i)', async (seed) => {
  // given
  const random = new Random(seed);
  const waggle = await startReadSide();
  createInstances(waggle, random);
  const sort: SortRequest[] = Array.from({ length: random.below(4) }, () => ({
    field: random.pick(sortable),
    order: random.pick(['ASC', 'DESC']),
  }));
  const limit = random.between(1, 15);
  const from = random.below(INSTANCES);

  // when
  const all = await keysOf(waggle, { sort });
  const forwards = await walk(waggle, { sort, limit, direction: 'after' });
  const backwards = await walk(waggle, { sort, limit, direction: 'before', cursor: forwards.lastCursor });

  // then
  expect(new Set(all).size).toBe(INSTANCES);
  expect(forwards.keys).toEqual(all);
  // The cursor is the last row itself, which is not before it.
  expect(backwards.keys).toEqual(all.slice(0, -1));
  expect(await keysOf(waggle, { sort, page: { from, limit } })).toEqual(all.slice(from, from + limit));
});

test.each(seeds.slice(0, 5))('should order as sorting the results themselves would (WAGGLE_SEED=%i)', async (seed) => {
  // given
  const random = new Random(seed);
  const waggle = await startReadSide();
  createInstances(waggle, random);

  for (const field of sortable) {
    for (const order of ['ASC', 'DESC'] as const) {
      // when
      const results = await waggle.search('ProcessInstance', { sort: [{ field, order }] });

      // then
      const values = results.map((result) => result[field]);
      expect(values, `${field} ${order}`).toEqual(values.toSorted((one, other) => compare(one, other, order)));
    }
  }
});

/** Nothing sorts last, either way. Keys are digits of one length here. */
function compare(one: unknown, other: unknown, order: 'ASC' | 'DESC'): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  const isLess = (one as string) < (other as string);
  return isLess === (order === 'ASC') ? -1 : 1;
}

function createInstances({ engine }: TestReadSide, random: Random): void {
  for (const id of ['a', 'b', 'ä', '😀']) {
    engine.deploy(
      bpmn(
        { id: id === '😀' ? 'smile' : id === 'ä' ? 'umlaut' : id, name: id },
        startEvent(),
        serviceTask('work'),
        endEvent(),
        flow('start', 'work'),
        flow('work', 'end'),
      ),
    );
  }
  for (let count = 0; count < INSTANCES; count++) {
    const creation = engine.creation(random.pick(['a', 'b', 'umlaut', 'smile']), {
      businessId: random.pick(['', 'one', 'two', 'Two']),
    });
    engine.sendAccepted(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, creation);
    if (random.chance(0.3)) engine.completeJob('work');
    if (random.chance(0.5)) engine.advance(random.between(1, 2_000));
  }
}

async function keysOf(waggle: TestReadSide, request: SearchRequest): Promise<string[]> {
  const results = await waggle.search('ProcessInstance', request);
  return results.map(({ processInstanceKey }) => processInstanceKey);
}

interface Walk {
  readonly sort: readonly SortRequest[];
  readonly limit: number;
  readonly direction: 'after' | 'before';
  readonly cursor?: string | undefined;
}

/** Reads page by page until there is nothing more. */
async function walk(waggle: TestReadSide, { sort, limit, direction, cursor: start }: Walk) {
  const keys: string[] = [];
  let lastCursor = start;
  for (;;) {
    const { items, page } = await waggle.searchPage('ProcessInstance', {
      sort,
      page: { limit, [direction]: lastCursor },
    });
    if (items.length === 0) return { keys, lastCursor };
    const found = items.map(({ processInstanceKey }) => processInstanceKey);
    if (direction === 'after') keys.push(...found);
    else keys.unshift(...found);
    lastCursor = (direction === 'after' ? page.endCursor : page.startCursor) ?? undefined;
  }
}
