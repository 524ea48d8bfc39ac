/** Whether the server keeps anything to search. Without, there is nothing that pages could show. */
import { SharedValue, useSharedValue } from './shared-value.ts';

const hasSearch = new SharedValue(true);

export function noteSearch(isThere: boolean): void {
  hasSearch.set(isThere);
}

export function useHasSearch(): boolean {
  return useSharedValue(hasSearch);
}
