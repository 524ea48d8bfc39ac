import type {
  DateTimeFilterProperty,
  UserTaskFilter,
  UserTaskSearchQuery,
  VariableValueProperty,
} from '../../api/gen/api.ts';
import { escapedLike, likeText } from '../../api/like-text.ts';
import type { TaskFilter, VariableCondition } from './task-filter.ts';
import { defaultOrderOf, defaultSortOf, type QueueName, type TasksSearch } from './tasks-search.ts';

/** Open is also what a listener is busy with: it stays in its list until it is done. */
export const openStates = ['CREATED', 'ASSIGNING', 'UPDATING', 'COMPLETING'] as const;

const queues: Readonly<Record<QueueName, TaskFilter>> = {
  open: {},
  mine: { assignedTo: 'me' },
  unassigned: { assignedTo: 'nobody' },
  completed: { state: 'completed' },
};

/**
 * @param saved content of the saved filter that the address names.
 * @param username who "me" is.
 */
export function taskQueryOf(search: TasksSearch, saved: TaskFilter | undefined, username: string): UserTaskSearchQuery {
  const filter = search.where ?? saved ?? queues[search.queue ?? 'open'];
  const sort = search.sort ?? defaultSortOf(search);
  const order = (search.order ?? defaultOrderOf(sort)) === 'asc' ? 'ASC' : 'DESC';
  return {
    filter: {
      ...conditionsOf(filter, username),
      ...(search.q === undefined ? {} : { name: { $like: likeText(search.q) } }),
    },
    sort: [{ field: sort, order }],
  };
}

function conditionsOf(filter: TaskFilter, username: string): UserTaskFilter {
  const { state, assignedTo, assignee, candidateUser, candidateGroup, process, tenant, taskId, businessId } = filter;
  const dueDate = rangeOf(filter.dueFrom, filter.dueTo);
  const followUpDate = rangeOf(filter.followUpFrom, filter.followUpTo);
  return {
    ...(state === 'all'
      ? {}
      : state === undefined
        ? { state: { $in: openStates } }
        : { state: state === 'completed' ? 'COMPLETED' : 'CANCELED' }),
    ...(assignedTo === 'nobody' ? { assignee: { $exists: false } } : {}),
    ...(assignedTo === 'me' ? { assignee: { $eq: username } } : {}),
    ...(assignedTo === 'user' && assignee !== undefined ? { assignee: { $eq: assignee } } : {}),
    ...(candidateUser === undefined ? {} : { candidateUser }),
    ...(candidateGroup === undefined ? {} : { candidateGroup }),
    ...(process === undefined ? {} : { processDefinitionId: process }),
    ...(tenant === undefined ? {} : { tenantId: tenant }),
    ...(taskId === undefined ? {} : { elementId: taskId }),
    ...(businessId === undefined
      ? {}
      : { businessId: /[*?]/.test(businessId) ? { $like: businessId } : { $eq: businessId } }),
    ...(dueDate === undefined ? {} : { dueDate }),
    ...(followUpDate === undefined ? {} : { followUpDate }),
    ...(filter.priorityMin === undefined && filter.priorityMax === undefined
      ? {}
      : {
          priority: {
            ...(filter.priorityMin === undefined ? {} : { $gte: filter.priorityMin }),
            ...(filter.priorityMax === undefined ? {} : { $lte: filter.priorityMax }),
          },
        }),
    ...(filter.variables === undefined
      ? {}
      : { processInstanceVariables: filter.variables.map((one) => ({ name: one.name, value: comparisonOf(one) })) }),
  };
}

/** Whole days of the person's time zone. */
function rangeOf(from: string | undefined, to: string | undefined): DateTimeFilterProperty | undefined {
  if (from === undefined && to === undefined) return undefined;
  return {
    ...(from === undefined ? {} : { $gte: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to === undefined ? {} : { $lte: new Date(`${to}T23:59:59.999`).toISOString() }),
  };
}

function comparisonOf({ operator, value }: VariableCondition): VariableValueProperty {
  switch (operator) {
    case 'equals':
      return { $eq: jsonOf(value) };
    case 'notEquals':
      return { $neq: jsonOf(value) };
    case 'contains':
      return { $like: `*${escapedLike(value)}*` };
    case 'greater':
      return { $gt: Number(value) };
    case 'less':
      return { $lt: Number(value) };
    case 'exists':
      return { $exists: true };
    case 'missing':
      return { $exists: false };
  }
}

/** Values are kept as JSON: what is none is meant as text. */
function jsonOf(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(text);
  }
}
