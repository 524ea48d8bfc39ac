/** What is chosen on the page of an instance, as it stands in the URL. */
import { keyIn } from '../../app/entity-key.ts';
import { countIn } from '../../app/search-values.ts';

export const instanceTabs = [
  'incidents',
  'details',
  'variables',
  'mappings',
  'listeners',
  'jobs',
  'called',
  'log',
] as const;

export type InstanceTab = (typeof instanceTabs)[number];

export interface InstanceSearch {
  /** Absent = the one that tells most: incidents when there are any, details of a selected element, else variables. */
  readonly tab?: InstanceTab;
  /** Id of the selected element; absent = the process instance itself. */
  readonly element?: string;
  /** Key of the selected one when the element has several. */
  readonly elementInstance?: string;
  /** `latest` = the history begins with what started last. */
  readonly order?: 'latest';
  /** Instances of elements are moved, added and canceled. */
  readonly mode?: 'modify';
  /** Position of the record up to which the past is shown, or `start`. */
  readonly replay?: number | 'start';
}

/** Takes what is understood; the rest of a URL that somebody typed is left out. */
export function instanceSearch(search: Readonly<Record<string, unknown>>): InstanceSearch {
  const tab = instanceTabs.find((name) => name === search.tab);
  const element = typeof search.element === 'string' && search.element !== '' ? search.element : undefined;
  const elementInstance = keyIn(search.elementInstance);
  const replay = search.replay === 'start' ? 'start' : countIn(search.replay);
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(element === undefined ? {} : { element }),
    ...(elementInstance === undefined ? {} : { elementInstance }),
    ...(search.order === 'latest' ? { order: 'latest' } : {}),
    ...(search.mode === 'modify' ? { mode: 'modify' } : {}),
    ...(replay === undefined ? {} : { replay }),
  };
}
