import { type ElementInstanceResult, getElementInstance, searchElementInstances } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import type { InstanceSearch } from './instance-search.ts';
import { instanceValueTypes } from './instance-value-types.ts';

/** What is looked at: the process instance, an element of it, or one instance of the element. */
export interface InstanceSelection {
  /** `undefined` = the process instance itself. */
  readonly elementId: string | undefined;
  /** The one that is looked at; `undefined` also when the element has several and none was chosen. */
  readonly elementInstance: ElementInstanceResult | undefined;
  /** How many the element has; `undefined` until known. */
  readonly count: number | undefined;
  /** Whose variables are shown; `undefined` = one must be chosen. */
  readonly scopeKey: string | undefined;
  readonly isLoading: boolean;
}

export function useSelection(
  processInstanceKey: string,
  { element, elementInstance }: Pick<InstanceSearch, 'element' | 'elementInstance'>,
): InstanceSelection {
  const chosen = useApi(
    getElementInstance,
    { path: { elementInstanceKey: elementInstance ?? '' } },
    { enabled: elementInstance !== undefined, live: { valueTypes: instanceValueTypes, processInstanceKey } },
  );
  const found = useApi(
    searchElementInstances,
    { body: { filter: { processInstanceKey, elementId: element ?? '' }, page: { limit: 2 } } },
    {
      enabled: element !== undefined && elementInstance === undefined,
      live: { valueTypes: instanceValueTypes, processInstanceKey },
    },
  );
  if (elementInstance !== undefined) {
    return {
      elementId: chosen.data?.elementId ?? element,
      elementInstance: chosen.data,
      count: 1,
      scopeKey: elementInstance,
      isLoading: chosen.isLoading,
    };
  }
  if (element === undefined) {
    return {
      elementId: undefined,
      elementInstance: undefined,
      count: 1,
      scopeKey: processInstanceKey,
      isLoading: false,
    };
  }
  const only = found.data?.page.totalItems === 1 ? found.data.items[0] : undefined;
  return {
    elementId: element,
    elementInstance: only,
    count: found.data?.page.totalItems,
    scopeKey: only?.elementInstanceKey,
    isLoading: found.isLoading,
  };
}
