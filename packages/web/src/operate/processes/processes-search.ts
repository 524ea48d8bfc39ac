/**
 * The filters of the processes page as they stand in the URL. All are optional, so that a link names only what it is about:
 * `/operate/processes?process=order&states=incident`.
 */
import { keyIn, keysIn } from '../../app/entity-key.ts';
import { parseBusinessId } from './business-id-condition.ts';
import { type VariableCondition, type VariableGroups, variableOperators } from './variable-condition.ts';

/** Parts of the states of instances, as they are ticked. */
export const instanceStates = ['active', 'incident', 'suspended', 'completed', 'canceled'] as const;
export type InstanceStateName = (typeof instanceStates)[number];

export const runningStates = ['active', 'incident', 'suspended'] as const satisfies readonly InstanceStateName[];
export const finishedStates = ['completed', 'canceled'] as const satisfies readonly InstanceStateName[];

export interface ProcessesSearch {
  /** Id of the process. */
  readonly process?: string;
  readonly tenant?: string;
  /** Only with `process`; absent = all versions. */
  readonly version?: number;
  /** Id of an element that instances are at or have been at. */
  readonly element?: string;
  /** Between commas; absent = the running ones, or all when single instances are asked for. `all` = whatever the state. */
  readonly states?: string;
  /** Keys of instances between spaces. */
  readonly keys?: string;
  /** `like:order-*`: see business-id-condition.ts. */
  readonly businessId?: string;
  /** Key of the instance that called them. */
  readonly parent?: string;
  /** Key of a batch operation that touched them. */
  readonly batch?: string;
  /** A part of an incident's message; `*` and `?` are wildcards of the whole one. */
  readonly error?: string;
  /** Hash of an incident's message, as statistics tell it. */
  readonly errorHash?: number;
  /** A failed job is going to be tried again. */
  readonly retriesLeft?: true;
  /** RFC 3339, inclusive. */
  readonly startedFrom?: string;
  readonly startedTo?: string;
  readonly endedFrom?: string;
  readonly endedTo?: string;
  /** Between commas; instances have all. */
  readonly tags?: string;
  readonly variables?: VariableGroups;
  /** `startDate:desc`. */
  readonly sort?: string;
  /** Key of the saved filter that was chosen, to name it. */
  readonly saved?: string;
}

export const sortFields = [
  'processDefinitionName',
  'processInstanceKey',
  'processDefinitionVersion',
  'businessId',
  'parentProcessInstanceKey',
  'startDate',
  'endDate',
  'tenantId',
] as const;

/** As long as the address bar of every browser takes it. */
const TEXT_MAX = 10_000;
/** More than the API takes would be refused as a whole. */
const CONDITIONS_MAX = 20;

type Parameter = keyof ProcessesSearch;

/** `undefined` = not understood. */
const parameters: { readonly [Name in Parameter]-?: (value: unknown) => ProcessesSearch[Name] } = {
  process: text,
  tenant: text,
  version: (value) => whole(value, 1),
  element: text,
  states,
  keys: (value) => {
    const keys = keysIn(text(value) ?? '');
    return keys.length === 0 ? undefined : keys.join(' ');
  },
  businessId: (value) => {
    const given = text(value);
    return given !== undefined && parseBusinessId(given) !== undefined ? given : undefined;
  },
  parent: keyIn,
  batch: keyIn,
  error: text,
  errorHash: (value) => whole(value, -(2 ** 31)),
  retriesLeft: (value) => (value === true || value === 'true' ? true : undefined),
  startedFrom: date,
  startedTo: date,
  endedFrom: date,
  endedTo: date,
  tags: (value) => {
    const tags = tagsIn(text(value) ?? '');
    return tags.length === 0 ? undefined : tags.join(',');
  },
  variables: variableGroups,
  sort: (value) => {
    const given = text(value);
    return given !== undefined && sortOf({ sort: given }) !== undefined ? given : undefined;
  },
  saved: keyIn,
};

/** Takes what is understood; the rest of a URL that somebody typed is left out: see {@link notUnderstood}. */
export function processesSearch(search: Record<string, unknown>): ProcessesSearch {
  const understood = Object.fromEntries(
    Object.entries(parameters).flatMap(([name, parse]) => {
      const value = search[name] === undefined ? undefined : parse(search[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  ) as ProcessesSearch;
  if (understood.process !== undefined || understood.version === undefined) return understood;
  const { version: _, ...others } = understood;
  return others;
}

/** Names of the parameters that were left out. */
export function notUnderstood(search: Readonly<Record<string, unknown>>): readonly string[] {
  const understood = processesSearch(search);
  return Object.keys(search).filter((name) => search[name] !== undefined && !Object.hasOwn(understood, name));
}

/** What is ticked; empty = whatever the state. */
export function statesOf(search: ProcessesSearch): ReadonlySet<InstanceStateName> {
  if (search.states === 'all') return new Set();
  if (search.states !== undefined) return new Set(search.states.split(',') as InstanceStateName[]);
  const asksForSingleOnes = [search.keys, search.parent, search.batch].some((each) => each !== undefined);
  return new Set(asksForSingleOnes ? [] : runningStates);
}

/** For the URL: nothing when it is what one gets without. */
export function statesText(chosen: ReadonlySet<InstanceStateName>, search: ProcessesSearch): string | undefined {
  const { states: _, ...others } = search;
  const usual = statesOf(others);
  if (chosen.size === usual.size && [...chosen].every((each) => usual.has(each))) return undefined;
  return chosen.size === 0 ? 'all' : instanceStates.filter((each) => chosen.has(each)).join(',');
}

export function tagsIn(given: string): readonly string[] {
  return [...new Set(given.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
}

export interface InstanceSort {
  readonly field: (typeof sortFields)[number];
  readonly order: 'ASC' | 'DESC';
}

export function sortOf({ sort }: Pick<ProcessesSearch, 'sort'>): InstanceSort | undefined {
  const [, name, order] = /^(\w+):(asc|desc)$/.exec(sort ?? '') ?? [];
  const field = sortFields.find((each) => each === name);
  return field === undefined ? undefined : { field, order: order === 'asc' ? 'ASC' : 'DESC' };
}

function text(value: unknown): string | undefined {
  // A text of digits in an address is read as a number.
  const given = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof given === 'string' && given.trim() !== '' && given.length <= TEXT_MAX ? given : undefined;
}

function whole(value: unknown, min: number): number | undefined {
  const given = typeof value === 'string' ? Number(value) : value;
  return typeof given === 'number' && Number.isInteger(given) && given >= min && given < 2 ** 31 ? given : undefined;
}

function date(value: unknown): string | undefined {
  const given = text(value);
  return given === undefined || Number.isNaN(Date.parse(given)) ? undefined : new Date(given).toISOString();
}

function states(value: unknown): string | undefined {
  const given = text(value);
  if (given === undefined || given === 'all') return given;
  const known = instanceStates.filter((state) => given.split(',').includes(state));
  return known.length === 0 ? undefined : known.join(',');
}

function variableGroups(value: unknown): VariableGroups | undefined {
  if (!Array.isArray(value)) return undefined;
  const groups = value
    .slice(0, CONDITIONS_MAX)
    .map((group) => (Array.isArray(group) ? group.slice(0, CONDITIONS_MAX).flatMap(variableCondition) : []))
    .filter((group) => group.length > 0);
  return groups.length === 0 ? undefined : groups;
}

function variableCondition(value: unknown): readonly VariableCondition[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, operator, value: compared = '' } = value as Record<string, unknown>;
  const known = variableOperators.find((each) => each === operator);
  const given = typeof compared === 'string' ? compared : JSON.stringify(compared);
  return typeof name === 'string' && known !== undefined ? [{ name, operator: known, value: given }] : [];
}
