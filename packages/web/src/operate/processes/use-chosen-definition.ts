import type { ApiProblem } from '../../api/api-problem.ts';
import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import type { ProcessesSearch } from './processes-search.ts';
import { useProcessVersions } from './use-process-definitions.ts';

export interface ChosenDefinition {
  /** Of the process, the newest first. */
  readonly versions: readonly ProcessDefinitionResult[];
  /** The one version that is shown: chosen, or there is no other. */
  readonly definition: ProcessDefinitionResult | undefined;
  readonly isLoading: boolean;
  readonly problem: ApiProblem | null;
  retry(): void;
}

export function useChosenDefinition({ process, tenant, version }: ProcessesSearch): ChosenDefinition {
  const { data, isLoading, error, refetch } = useProcessVersions(process, tenant);
  const versions = process === undefined ? [] : (data?.items ?? []);
  const definition =
    version === undefined
      ? versions.length === 1
        ? versions[0]
        : undefined
      : versions.find((each) => each.version === version);
  return { versions, definition, isLoading, problem: error, retry: () => void refetch() };
}
