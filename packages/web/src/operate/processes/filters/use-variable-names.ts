import { searchProcessDefinitionVariableNames } from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';
import { useProcessVersions } from '../use-process-definitions.ts';

const SUGGESTED_MAX = 50;

export interface VariableOwner {
  readonly process: string | undefined;
  readonly version: number | undefined;
  readonly tenant: string | undefined;
}

/** Names that variables of a process have, those that begin as typed; none without a process. */
export function useVariableNames({ process, version, tenant }: VariableOwner, typed: string): readonly string[] {
  const { data: versions } = useProcessVersions(process, tenant);
  const definition = versions?.items.find((each) => version === undefined || each.version === version);
  const pattern = `${typed.trim().replaceAll(/[\\*?]/g, '\\$&')}*`;
  const names = useApi(
    searchProcessDefinitionVariableNames,
    {
      path: { processDefinitionKey: definition?.processDefinitionKey ?? '' },
      body: { filter: { name: { $like: pattern } }, page: { limit: SUGGESTED_MAX } },
    },
    { enabled: definition !== undefined, keepsPrevious: true },
  );
  return names.data?.items.map(({ name }) => name) ?? [];
}
