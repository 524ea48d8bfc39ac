import type { ProcessDefinitionResult, ProcessInstanceFilter } from '../../api/gen/api.ts';
import { searchParameters } from '../../app/search-parameters.ts';
import { restrictedToStates } from './restricted-filter.ts';

/** Where chosen instances of one version are migrated: `source` is its key, `filter` one of the API. */
export function migrationAddress(definition: ProcessDefinitionResult, chosen: ProcessInstanceFilter): string {
  const filter = restrictedToStates(chosen, ['ACTIVE']) ?? chosen;
  const { stringifySearch } = searchParameters;
  return `/operate/processes/migrate${stringifySearch({ source: definition.processDefinitionKey, filter })}`;
}
