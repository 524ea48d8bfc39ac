import { keyIn } from '../../app/entity-key.ts';
import { parseTaskFilter, type TaskFilter } from './task-filter.ts';

export const queueNames = ['open', 'mine', 'unassigned', 'completed'] as const;
export type QueueName = (typeof queueNames)[number];

export const sortFields = ['dueDate', 'creationDate', 'followUpDate', 'priority', 'completionDate', 'name'] as const;
export type SortField = (typeof sortFields)[number];
export type SortOrder = 'asc' | 'desc';

export const taskTabs = ['task', 'process', 'history', 'comments'] as const;
export type TaskTab = (typeof taskTabs)[number];

/** What the address says about the list of tasks and the task beside it. */
export interface TasksSearch {
  /** Default `open`. */
  readonly queue?: QueueName;
  /** Key of a saved filter; goes before the queue. */
  readonly filter?: string;
  /** A filter that is not saved; goes before the saved one. */
  readonly where?: TaskFilter;
  /** Text in names. */
  readonly q?: string;
  readonly sort?: SortField;
  readonly order?: SortOrder;
  /** Default `task`. */
  readonly tab?: TaskTab;
}

export function parseTasksSearch(search: Readonly<Record<string, unknown>>): TasksSearch {
  const { q } = search;
  const filter = keyIn(search.filter);
  const where = parseTaskFilter(search.where);
  return {
    ...oneOf('queue', queueNames, search.queue),
    ...(filter === undefined ? {} : { filter }),
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(q === undefined || q === null || String(q).trim() === '' ? {} : { q: String(q) }),
    ...oneOf('sort', sortFields, search.sort),
    ...oneOf('order', ['asc', 'desc'] as const, search.order),
    ...oneOf('tab', taskTabs, search.tab),
  };
}

/** The soonest due and the oldest first; the most important and the last completed first. */
export function defaultOrderOf(sort: SortField): SortOrder {
  return sort === 'priority' || sort === 'completionDate' ? 'desc' : 'asc';
}

export function defaultSortOf({ queue, where, filter }: TasksSearch): SortField {
  return queue === 'completed' && where === undefined && filter === undefined ? 'completionDate' : 'dueDate';
}

function oneOf<const Name extends string, const Value extends string>(
  name: Name,
  allowed: readonly Value[],
  value: unknown,
): Readonly<Partial<Record<Name, Value>>> {
  return allowed.includes(value as Value)
    ? ({ [name]: value } as Partial<Record<Name, Value>>)
    : ({} as Partial<Record<Name, Value>>);
}
