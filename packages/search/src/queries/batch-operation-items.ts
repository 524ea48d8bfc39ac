/**
 * The next items of a batch operation on one partition, by ascending keys: what its filter finds, of that only what the
 * operation can work on.
 */
import { type BatchOperationTypeName, type Key, keyOf } from '@waggle/protocol';
import { type RawBuilder, sql } from 'kysely';
import { type EntityName, entities } from '../entities.ts';
import { SearchError } from '../errors.ts';
import { columnOf, fromClause } from '../reading/columns.ts';
import { filterConditions } from '../reading/conditions.ts';
import { allOf, type Condition } from '../reading/field-conditions.ts';
import type { SpecialQuery } from '../reading/special-queries.ts';
import type { SqlCompiler } from '../reading/sql-compiler.ts';
import type { SearchFilter } from '../search-request.ts';

export interface BatchOperationItemsRequest {
  readonly type: BatchOperationTypeName;
  readonly filter: SearchFilter;
  readonly partitionId: number;
  /** Key of the last item before; empty = none. */
  readonly after: string;
  readonly limit: number;
}

/** What can be worked on, whatever the filter says of it. */
interface Selection {
  readonly entity: EntityName;
  /** Members of the filter that `where` stands for. */
  readonly replaced?: readonly string[];
  readonly where?: RawBuilder<boolean>;
}

const isRoot = sql<boolean>`process_instance.parent_process_instance_key IS NULL`;
const isRunning = sql<boolean>`process_instance.is_running = 1`;
const running: Selection = { entity: 'ProcessInstance', replaced: ['state'], where: isRunning };
const roots = (state: RawBuilder<boolean>): Selection => ({
  entity: 'ProcessInstance',
  replaced: ['state', 'parentProcessInstanceKey'],
  where: sql`${state} AND ${isRoot}`,
});

const selections: Readonly<Record<BatchOperationTypeName, Selection>> = {
  CANCEL_PROCESS_INSTANCE: roots(isRunning),
  SUSPEND_PROCESS_INSTANCE: roots(sql`process_instance.state = 'ACTIVE'`),
  RESUME_PROCESS_INSTANCE: roots(sql`process_instance.state = 'SUSPENDED'`),
  MIGRATE_PROCESS_INSTANCE: running,
  MODIFY_PROCESS_INSTANCE: running,
  RESOLVE_INCIDENT: running,
  DELETE_PROCESS_INSTANCE: {
    entity: 'ProcessInstance',
    replaced: ['state'],
    where: sql`process_instance.is_running = 0`,
  },
  UPDATE_JOB: { entity: 'Job', where: sql`job.end_time IS NULL` },
  DELETE_DECISION_INSTANCE: { entity: 'DecisionInstance' },
};

/** @returns a list of `[itemKey, processInstanceKey, rootProcessInstanceKey]`; keys are texts, null where there is none. */
export const batchOperationItems: SpecialQuery<BatchOperationItemsRequest> = async (request, { all, compiler }) => {
  const selection = selections[request.type];
  if (selection === undefined) throw new SearchError('INTERNAL', `Expected a batch operation, but got ${request.type}`);
  const filter = Object.fromEntries(
    Object.entries(request.filter).filter(([name]) => !selection.replaced?.includes(name)),
  );
  const conditions = [
    ...filterConditions(entities[selection.entity], filter, compiler),
    ...(selection.where === undefined ? [] : [selection.where]),
  ];
  return JSON.stringify(await all(itemsQuery(request, selection, conditions, compiler)));
};

function itemsQuery(
  { type, partitionId, after, limit }: BatchOperationItemsRequest,
  { entity: name }: Selection,
  conditions: readonly Condition[],
  compiler: SqlCompiler,
): RawBuilder<unknown> {
  const entity = entities[name];
  // Of few items an index finds all at once; where a first page was full, there may be a thousand more.
  const hint = after === '' ? sql`` : compiler.inKeyOrder;
  const from = fromClause(entity, undefined, hint);
  const root = sql.ref('process_instance.root_process_instance_key');
  const instance = columnOf(entity, entity.fields.processInstanceKey!);
  const afterKey = after === '' ? keyOf(partitionId, 0n) : (BigInt(after) as Key);
  const untilKey = keyOf(partitionId + 1, 0n);
  // Of an evaluation there are many.
  const grouping = (key: RawBuilder<unknown>) =>
    name === 'DecisionInstance' ? sql`GROUP BY ${key}, ${instance}, ${root}` : sql``;
  const page = (key: RawBuilder<unknown>, source: RawBuilder<unknown>, where: readonly Condition[]) => sql`
    SELECT ${text(key)}, ${text(instance)}, ${text(root)} FROM ${source}
    WHERE ${allOf([sql`${key} > ${afterKey}`, sql`${key} < ${untilKey}`, ...where])}
    ${grouping(key)} ORDER BY ${key} LIMIT ${limit}`;
  if (type !== 'RESOLVE_INCIDENT') return page(columnOf(entity, entity.fields[keyField(name)]!), from, conditions);
  const incidents = sql`incident ${hint} JOIN process_instance ON process_instance.process_instance_key = incident.process_instance_key`;
  return page(sql.ref('incident.incident_key'), incidents, [sql`incident.state = 'ACTIVE'`, ...conditions]);
}

/** Decision instances are deleted an evaluation at a time. */
function keyField(name: EntityName): string {
  return name === 'DecisionInstance' ? 'decisionEvaluationKey' : entities[name].key;
}

function text(key: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`CAST(${key} AS TEXT)`;
}
