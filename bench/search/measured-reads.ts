/** What the web apps ask for, as they ask for it: first pages of fifty, newest first unless said otherwise. */
import type { ReadRequest, SearchRequest } from '@waggle/search';
import { CUSTOMERS, ERRORS, errorMessage, GROUPS, USERS } from './instance-history.ts';
import type { Random } from './random.ts';
import type { Samples } from './samples.ts';

export interface MeasuredRead {
  readonly name: string;
  /** Milliseconds that 95 of 100 should take at most. */
  readonly targetMs: number;
  request(random: Random, samples: Samples): ReadRequest;
}

const SEARCH_MS = 50;
const STATISTICS_MS = 200;
const DAY_MS = 24 * 3_600_000;
const page = { limit: 50 };
const newest = [{ field: 'startDate', order: 'DESC' }] as const;

function search(
  entity: string,
  name: string,
  request: (random: Random, samples: Samples) => SearchRequest,
): MeasuredRead {
  return {
    name,
    targetMs: SEARCH_MS,
    request: (random, samples) => ({ kind: 'search', entity, request: { page, ...request(random, samples) } }),
  };
}

const instances = (
  name: string,
  filter: (random: Random, samples: Samples) => object,
  sort: SearchRequest['sort'] = newest,
) =>
  search('ProcessInstance', `instances: ${name}`, (random, samples) => ({
    filter: { ...filter(random, samples) },
    sort,
  }));

const tasks = (
  name: string,
  sort: string,
  order: 'ASC' | 'DESC',
  filter: (random: Random, samples: Samples) => object,
) =>
  search('UserTask', `tasks: ${name}`, (random, samples) => ({
    filter: { ...filter(random, samples) },
    sort: [{ field: sort, order }],
  }));

function query(name: string, query: string, parameters: (random: Random, samples: Samples) => object): MeasuredRead {
  return {
    name,
    targetMs: STATISTICS_MS,
    request: (random, samples) => ({ kind: 'query', query, parameters: parameters(random, samples) }),
  };
}

/** What the command palette asks: a few of whatever order, while somebody types. */
const palette = (entity: string, name: string, filter: (random: Random, samples: Samples) => object) =>
  search(entity, `palette: ${name}`, (random, samples) => ({
    filter: { ...filter(random, samples) },
    page: { limit: 6 },
  }));

const running = { $in: ['ACTIVE', 'SUSPENDED'] };
const finished = { $in: ['COMPLETED', 'TERMINATED'] };
const aDay = ({ endMs }: Samples, random: Random) => {
  const fromMs = endMs - DAY_MS * (1 + random.below(29));
  return { $gte: new Date(fromMs).toISOString(), $lt: new Date(fromMs + DAY_MS).toISOString() };
};

export const measuredReads: readonly MeasuredRead[] = [
  instances('all', () => ({})),
  instances('running', () => ({ state: running })),
  instances('active, oldest first', () => ({ state: 'ACTIVE' }), [{ field: 'startDate', order: 'ASC' }]),
  instances('finished', () => ({ state: finished })),
  instances('finished, by end date', () => ({ state: finished }), [{ field: 'endDate', order: 'DESC' }]),
  instances('canceled', () => ({ state: 'TERMINATED' })),
  instances('with incident', () => ({ state: 'ACTIVE', hasIncident: true })),
  instances('running without incident', () => ({ state: running, hasIncident: false })),
  instances('of a process', (random, { processIds }) => ({ processDefinitionId: random.pick(processIds) })),
  instances('of a process, running', (random, { processIds }) => ({
    processDefinitionId: random.pick(processIds),
    state: running,
  })),
  instances('of a definition', (random, { definitionKeys }) => ({ processDefinitionKey: random.pick(definitionKeys) })),
  instances('of a process and version, running', (random, { processIds }) => ({
    processDefinitionId: random.pick(processIds),
    processDefinitionVersion: 1 + random.below(2),
    state: running,
  })),
  instances('of a process, with incident', (random, { processIds }) => ({
    processDefinitionId: random.pick(processIds),
    hasIncident: true,
  })),
  instances('of a process, canceled', (random, { processIds }) => ({
    processDefinitionId: random.pick(processIds),
    state: 'TERMINATED',
  })),
  instances('sorted by process name', () => ({ state: running }), [{ field: 'processDefinitionName', order: 'ASC' }]),
  instances('sorted by key', () => ({}), [{ field: 'processInstanceKey', order: 'DESC' }]),
  instances('sorted by version', () => ({ state: running }), [{ field: 'processDefinitionVersion', order: 'DESC' }]),
  instances('started on a day', (random, samples) => ({ startDate: aDay(samples, random) })),
  instances('started on a day, running', (random, samples) => ({ startDate: aDay(samples, random), state: running })),
  instances('ended on a day', (random, samples) => ({ endDate: aDay(samples, random) })),
  instances('ended on a day, of a process', (random, samples) => ({
    endDate: aDay(samples, random),
    processDefinitionId: random.pick(samples.processIds),
  })),
  instances('by keys', (random, { instanceKeys }) => ({
    processInstanceKey: { $in: Array.from({ length: 10 }, () => random.pick(instanceKeys)) },
  })),
  instances('by parent', (random, { instanceKeys }) => ({ parentProcessInstanceKey: random.pick(instanceKeys) })),
  instances('by business id', (random, { instances: count }) => ({ businessId: `business-${random.below(count)}` })),
  instances('business id beginning', (random) => ({ businessId: { $like: `business-1${random.below(1_000)}*` } })),
  palette('ProcessInstance', 'instances by business id', (random) => ({
    businessId: { $like: `business-1${random.below(1_000)}*` },
  })),
  palette('UserTask', 'open tasks by name', () => ({ state: 'CREATED', name: { $like: '*?ork*' } })),
  palette('UserTask', 'open tasks by a name that none has', () => ({ state: 'CREATED', name: { $like: '*?obody*' } })),
  palette('Job', 'job by key that none has', () => ({ jobKey: '2251799813685249' })),
  instances('sorted by business id', () => ({ state: running }), [{ field: 'businessId', order: 'ASC' }]),
  instances('sorted by parent', () => ({ state: running }), [{ field: 'parentProcessInstanceKey', order: 'DESC' }]),
  instances('all, by end date', () => ({}), [{ field: 'endDate', order: 'DESC' }]),
  instances('all, by process name', () => ({}), [{ field: 'processDefinitionName', order: 'ASC' }]),
  instances('all, by version', () => ({}), [{ field: 'processDefinitionVersion', order: 'DESC' }]),
  instances('all, by business id', () => ({}), [{ field: 'businessId', order: 'ASC' }]),
  instances(
    'of a process, running, by end date',
    (random, { processIds }) => ({ processDefinitionId: random.pick(processIds), state: running }),
    [{ field: 'endDate', order: 'DESC' }],
  ),
  instances('business id like', (random) => ({ businessId: { $like: `*-1${random.below(1_000)}*` } })),
  instances('variable, one instance', (random, { instances: count }) => ({
    variables: [{ name: 'orderId', value: `"o-${random.below(count)}"` }],
  })),
  instances('variable, a hundred instances', (random) => ({
    variables: [{ name: 'customer', value: `"c-${random.below(CUSTOMERS)}"` }],
  })),
  instances('variable, running', (random) => ({
    state: running,
    variables: [{ name: 'customer', value: `"c-${random.below(CUSTOMERS)}"` }],
  })),
  instances('variable, a tenth of all', () => ({ variables: [{ name: 'vip', value: 'true' }] })),
  instances('variable, a tenth of running', () => ({ state: running, variables: [{ name: 'vip', value: 'true' }] })),
  instances('two variables', (random) => ({
    variables: [
      { name: 'customer', value: `"c-${random.below(CUSTOMERS)}"` },
      { name: 'vip', value: 'false' },
    ],
  })),
  instances('variable like', (random) => ({
    variables: [{ name: 'customer', value: { $like: `*c-${random.below(1_000)}*` } }],
  })),
  instances('at an element', () => ({ elementId: 'task', state: running })),
  instances('active at an element', () => ({ elementId: 'task', elementInstanceState: 'ACTIVE', state: running })),
  instances('of a definition, active at an element', (random, { definitionKeys }) => ({
    processDefinitionKey: random.pick(definitionKeys),
    elementId: 'task',
    elementInstanceState: 'ACTIVE',
  })),
  instances('with failed jobs', () => ({ hasRetriesLeft: false })),
  instances('by error message', (random) => ({ errorMessage: errorMessage(random.below(ERRORS)) })),
  instances('error message like', (random) => ({ errorMessage: { $like: `*${500 + random.below(ERRORS)}*` } })),
  instances('any of two', (random, { processIds }) => ({
    $or: [{ hasIncident: true }, { processDefinitionId: random.pick(processIds), state: 'TERMINATED' }],
  })),
  tasks('open', 'creationDate', 'DESC', () => ({ state: 'CREATED' })),
  tasks('of an assignee', 'creationDate', 'DESC', (random) => ({
    assignee: `user-${random.below(USERS)}`,
    state: 'CREATED',
  })),
  tasks('unassigned', 'creationDate', 'DESC', () => ({ assignee: { $exists: false }, state: 'CREATED' })),
  tasks('of a group', 'creationDate', 'DESC', (random) => ({
    candidateGroup: `group-${random.below(GROUPS)}`,
    state: 'CREATED',
  })),
  tasks('of a group, unassigned, by due date', 'dueDate', 'ASC', (random) => ({
    candidateGroup: `group-${random.below(GROUPS)}`,
    assignee: { $exists: false },
    state: 'CREATED',
  })),
  tasks('open, by due date', 'dueDate', 'ASC', () => ({ state: 'CREATED' })),
  tasks('open, by follow-up date', 'followUpDate', 'ASC', () => ({ state: 'CREATED' })),
  tasks('open, by name', 'name', 'ASC', () => ({ state: 'CREATED' })),
  tasks('open, name like', 'dueDate', 'ASC', () => ({ state: 'CREATED', name: { $like: '*?ork*' } })),
  tasks('of an assignee, by priority', 'priority', 'DESC', (random) => ({
    assignee: `user-${random.below(USERS)}`,
    state: 'CREATED',
  })),
  tasks('open, by priority', 'priority', 'DESC', () => ({ state: 'CREATED' })),
  tasks('due on a day', 'dueDate', 'ASC', (random, samples) => ({ dueDate: aDay(samples, random), state: 'CREATED' })),
  tasks('completed', 'completionDate', 'DESC', () => ({ state: 'COMPLETED' })),
  tasks('completed by an assignee', 'completionDate', 'DESC', (random) => ({
    assignee: `user-${random.below(USERS)}`,
    state: 'COMPLETED',
  })),
  tasks('of a process', 'creationDate', 'DESC', (random, { definitionKeys }) => ({
    processDefinitionKey: random.pick(definitionKeys),
    state: 'CREATED',
  })),
  search('Variable', 'variables of an instance', (random, { instanceKeys }) => ({
    filter: { processInstanceKey: random.pick(instanceKeys) },
    sort: [{ field: 'name' }],
  })),
  {
    name: 'variables of a task',
    targetMs: SEARCH_MS,
    request: (random, { userTaskKeys }) => ({
      kind: 'search',
      entity: 'UserTaskVariable',
      request: { page },
      scope: { effectiveInUserTask: random.pick(userTaskKeys) },
    }),
  },
  search('Variable', 'variables by name and value', (random) => ({
    filter: { name: 'customer', value: `"c-${random.below(CUSTOMERS)}"` },
  })),
  search('ElementInstance', 'elements of an instance', (random, { instanceKeys }) => ({
    filter: { processInstanceKey: random.pick(instanceKeys) },
    sort: [{ field: 'startDate' }],
  })),
  search('Incident', 'incidents', () => ({
    filter: { state: 'ACTIVE' },
    sort: [{ field: 'creationTime', order: 'DESC' }],
  })),
  search('Incident', 'incidents of an instance', (random, { incidentInstanceKeys }) => ({
    filter: { processInstanceKey: random.pick(incidentInstanceKeys) },
  })),
  search('Incident', 'incidents of a definition', (random, { definitionKeys }) => ({
    filter: { processDefinitionKey: random.pick(definitionKeys), state: 'ACTIVE' },
  })),
  search('ElementInstance', 'elements: active ones of an element', () => ({
    filter: { elementId: 'task', state: 'ACTIVE' },
  })),
  search('ElementInstance', 'elements with incidents', () => ({ filter: { hasIncident: true } })),
  search('Job', 'jobs of an instance', (random, { instanceKeys }) => ({
    filter: { processInstanceKey: random.pick(instanceKeys) },
  })),
  search('Job', 'jobs of a type', () => ({ filter: { type: 'work' }, sort: [{ field: 'jobKey', order: 'DESC' }] })),
  search('Job', 'jobs that failed', () => ({ filter: { state: 'FAILED' } })),
  search('ElementInstanceWaitState', 'wait states of an instance', (random, { incidentInstanceKeys }) => ({
    filter: { processInstanceKey: random.pick(incidentInstanceKeys) },
  })),
  search('ProcessInstance', 'instances: page far behind', () => ({
    page: { from: 9_000, limit: 50 },
    sort: newest,
  })),
  search('ProcessInstance', 'instances: running, far behind', () => ({
    filter: { state: running },
    page: { from: 9_000, limit: 50 },
    sort: newest,
  })),
  query('statistics: elements of a definition', 'processDefinitionElementStatistics', (random, { definitionKeys }) => ({
    processDefinitionKey: random.pick(definitionKeys),
  })),
  query('statistics: elements of the largest definition', 'processDefinitionElementStatistics', (_, samples) => ({
    processDefinitionKey: samples.largestDefinitionKey,
  })),
  query('statistics: elements, running only', 'processDefinitionElementStatistics', (random, { definitionKeys }) => ({
    processDefinitionKey: random.pick(definitionKeys),
    filter: { state: running },
  })),
  {
    ...search('ProcessDefinitionInstanceStatistics', 'statistics: instances by process', () => ({})),
    targetMs: STATISTICS_MS,
  },
  {
    ...search('IncidentProcessInstanceStatisticsByError', 'statistics: instances by error', () => ({})),
    targetMs: STATISTICS_MS,
  },
  {
    ...search('ProcessDefinitionInstanceVersionStatistics', 'statistics: instances by version', () => ({})),
    targetMs: STATISTICS_MS,
    request: (random, { processIds }) => ({
      kind: 'search',
      entity: 'ProcessDefinitionInstanceVersionStatistics',
      request: {},
      parameters: { processDefinitionId: random.pick(processIds) },
    }),
  },
  query('statistics: jobs of a month', 'globalJobStatistics', (_, { endMs }) => ({
    from: new Date(endMs - 30 * DAY_MS).toISOString(),
    to: new Date(endMs).toISOString(),
  })),
  query('statistics: elements of an instance', 'processInstanceElementStatistics', (random, { instanceKeys }) => ({
    processInstanceKey: random.pick(instanceKeys),
  })),
];
