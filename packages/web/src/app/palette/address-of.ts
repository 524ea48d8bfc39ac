import { searchParameters } from '../search-parameters.ts';

/** An address of a page with its search parameters: ids that look like numbers or JSON stay the texts they are. */
export function addressOf(path: string, search: Readonly<Record<string, unknown>> = {}): string {
  return `${path}${searchParameters.stringifySearch({ ...search })}`;
}
