/** A migration as it stands in the URL: a link shows a colleague the same. */
import type { ProcessInstanceFilter } from '../../api/gen/api.ts';
import { keyIn, keysIn } from '../../app/entity-key.ts';
import type { MappingChanges } from './migration-mapping.ts';

export interface MigrationSearch {
  /** Key of the version the instances run; absent = that of the first of `keys`. */
  readonly source?: string;
  /** Which instances, as the API filters them. */
  readonly filter?: ProcessInstanceFilter;
  /** Keys of instances between spaces; in place of `filter`. */
  readonly keys?: string;
  /** Key of the version they are to run. */
  readonly target?: string;
  /** What differs from the automatic mapping. */
  readonly mapping?: MappingChanges;
  /** Id of the selected element of the source. */
  readonly element?: string;
  readonly onlyUnmapped?: true;
  readonly step?: 'review';
}

/** So many elements are mapped by hand at most; more do not fit into an address. */
const CHANGES_MAX = 200;

/** Takes what is understood; the rest of a URL that somebody typed is left out. */
export function migrationSearch(search: Record<string, unknown>): MigrationSearch {
  const source = keyIn(search.source);
  const filter = objectOf(search.filter) as ProcessInstanceFilter | undefined;
  const keys = keysOf(search.keys);
  const target = keyIn(search.target);
  const mapping = mappingOf(search.mapping);
  const { element } = search;
  return {
    ...(source === undefined ? {} : { source }),
    ...(filter === undefined ? {} : { filter }),
    ...(keys === undefined ? {} : { keys }),
    ...(target === undefined ? {} : { target }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(typeof element === 'string' && element !== '' ? { element } : {}),
    ...(search.onlyUnmapped === true ? { onlyUnmapped: true } : {}),
    ...(search.step === 'review' ? { step: 'review' } : {}),
  };
}

/** Which instances are meant; `undefined` = the address does not say. */
export function instancesOf({ filter, keys }: MigrationSearch): ProcessInstanceFilter | undefined {
  return keys === undefined ? filter : { processInstanceKey: { $in: keys.split(' ') } };
}

/** The key when it is about a single instance. */
export function singleKeyOf({ filter, keys }: MigrationSearch): string | undefined {
  const listed = keys?.split(' ') ?? inOf(filter);
  return listed?.length === 1 ? listed[0] : undefined;
}

function inOf(filter: ProcessInstanceFilter | undefined): readonly string[] | undefined {
  const asked = filter?.processInstanceKey;
  if (typeof asked === 'string') return [asked];
  return typeof asked === 'object' && asked !== null && '$in' in asked ? asked.$in : undefined;
}

function keysOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const keys = keysIn(String(value));
  return keys.length === 0 ? undefined : keys.join(' ');
}

function mappingOf(value: unknown): MappingChanges | undefined {
  const given = objectOf(value);
  if (given === undefined) return undefined;
  const changes = Object.entries(given)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .slice(0, CHANGES_MAX);
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

function objectOf(value: unknown): object | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
