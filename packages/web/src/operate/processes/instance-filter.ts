/** What the URL of the processes page asks for, as filters of the API. */
import type {
  ProcessDefinitionStatisticsFilter,
  ProcessInstanceFilter,
  ProcessInstanceFilterFields,
} from '../../api/gen/api.ts';
import { keysIn } from '../../app/entity-key.ts';
import type { Selection } from '../../parts/selection.ts';
import { businessIdFilter, parseBusinessId } from './business-id-condition.ts';
import { type InstanceStateName, type ProcessesSearch, statesOf, tagsIn } from './processes-search.ts';
import { variableFilter } from './variable-condition.ts';

type Fields = ProcessInstanceFilterFields;

export function instanceFilter(search: ProcessesSearch): ProcessInstanceFilter {
  return {
    ...(search.process === undefined ? {} : { processDefinitionId: search.process }),
    ...(search.version === undefined ? {} : { processDefinitionVersion: search.version }),
    ...elementFilter(search),
    ...othersFilter(search),
  };
}

/** For counts on the diagram: of all elements, whichever is chosen. */
export function statisticsFilter(search: ProcessesSearch): ProcessDefinitionStatisticsFilter {
  return othersFilter(search);
}

/** The filter of what is chosen in the list. */
export function selectedFilter(filter: ProcessInstanceFilter, { isAll, ids }: Selection): ProcessInstanceFilter {
  if (!isAll) return { processInstanceKey: { $in: [...ids] } };
  if (ids.size === 0) return filter;
  const keys = filter.processInstanceKey;
  return { ...filter, processInstanceKey: { ...(typeof keys === 'object' ? keys : {}), $notIn: [...ids] } };
}

function othersFilter(search: ProcessesSearch): Omit<ProcessInstanceFilter, 'processDefinitionId'> {
  const keys = keysIn(search.keys ?? '');
  const businessId = parseBusinessId(search.businessId ?? '');
  const businessIdMatch = businessId === undefined ? undefined : businessIdFilter(businessId);
  const { states, variables } = {
    states: stateAlternatives(statesOf(search)),
    variables: variableAlternatives(search),
  };
  const alternatives = both(states, variables);
  return {
    ...(keys.length === 0 ? {} : { processInstanceKey: { $in: keys } }),
    ...(search.tenant === undefined ? {} : { tenantId: search.tenant }),
    ...(search.parent === undefined ? {} : { parentProcessInstanceKey: search.parent }),
    ...(search.batch === undefined ? {} : { batchOperationKey: search.batch }),
    ...(search.error === undefined ? {} : { errorMessage: { $like: errorPattern(search.error) } }),
    ...(search.errorHash === undefined ? {} : { incidentErrorHashCode: search.errorHash }),
    ...(search.retriesLeft === undefined ? {} : { hasRetriesLeft: true }),
    ...(businessIdMatch === undefined ? {} : { businessId: businessIdMatch }),
    ...range('startDate', search.startedFrom, search.startedTo),
    ...range('endDate', search.endedFrom, search.endedTo),
    ...(search.tags === undefined ? {} : { tags: tagsIn(search.tags) }),
    ...(alternatives.length === 1 ? alternatives[0] : alternatives.length > 1 ? { $or: alternatives } : {}),
  };
}

/** Where instances are, or where those that have ended have been when they did. */
function elementFilter(search: ProcessesSearch): Fields {
  if (search.element === undefined) return {};
  const states = statesOf(search);
  const isRunning = states.has('active') || states.has('incident') || states.has('suspended');
  const isFinished = states.has('completed') || states.has('canceled');
  if (isRunning && !isFinished) {
    const asksForIncidents = states.size === 1 && states.has('incident');
    return {
      elementId: search.element,
      elementInstanceState: 'ACTIVE',
      ...(asksForIncidents ? { hasElementInstanceIncident: true } : {}),
    };
  }
  return { elementId: search.element };
}

/** As few as say the same; none = whatever the state. */
function stateAlternatives(states: ReadonlySet<InstanceStateName>): readonly Fields[] {
  const has = (name: InstanceStateName) => states.has(name);
  if (states.size === 0 || states.size === 5) return [];
  // One that is suspended with an incident is suspended: both show what somebody put aside.
  const whole = [
    ...(has('active') && has('incident') ? (['ACTIVE'] as const) : []),
    ...(has('suspended') ? (['SUSPENDED'] as const) : []),
    ...(has('completed') ? (['COMPLETED'] as const) : []),
    ...(has('canceled') ? (['TERMINATED'] as const) : []),
  ];
  return [
    ...(has('active') !== has('incident') ? [{ state: 'ACTIVE', hasIncident: has('incident') } as const] : []),
    ...(whole.length === 1 ? [{ state: whole[0]! }] : whole.length > 1 ? [{ state: { $in: whole } }] : []),
  ];
}

function variableAlternatives({ variables = [] }: ProcessesSearch): readonly Fields[] {
  return variables
    .map((group) => group.map(variableFilter).filter((each) => each !== undefined))
    .filter((group) => group.length > 0)
    .map((group) => ({ variables: group }));
}

/** The API has one list of alternatives: two become one of all pairs. */
function both(some: readonly Fields[], others: readonly Fields[]): readonly Fields[] {
  if (some.length === 0) return others;
  if (others.length === 0) return some;
  return some.flatMap((one) => others.map((other) => ({ ...one, ...other })));
}

function range(field: 'startDate' | 'endDate', from: string | undefined, to: string | undefined): Fields {
  if (from === undefined && to === undefined) return {};
  return {
    [field]: { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) },
  };
}

/** A message with wildcards is a pattern of the whole one; one without is looked for anywhere. */
function errorPattern(text: string): string {
  return /(?<!\\)[*?]/.test(text) ? text : `*${text}*`;
}
