import { searchElementInstances } from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';
import { useTexts } from '../../../texts/use-texts.ts';

export interface IterationCountsProps {
  readonly processInstanceKey: string;
  readonly scopeKey: string;
}

/** How many iterations a multi-instance body has, and how many of them run. */
export function IterationCounts({ processInstanceKey, scopeKey }: IterationCountsProps) {
  const texts = useTexts().instance.history;
  const live = { valueTypes: ['PROCESS_INSTANCE'], processInstanceKey } as const;
  const filter = { processInstanceKey, elementInstanceScopeKey: scopeKey };
  const all = useApi(searchElementInstances, { body: { filter, page: { limit: 1 } } }, { live });
  const active = useApi(
    searchElementInstances,
    { body: { filter: { ...filter, state: 'ACTIVE' as const }, page: { limit: 1 } } },
    { live },
  );
  if (all.data === undefined || active.data === undefined) return null;
  return (
    <span className="history-counts">{texts.iterations(all.data.page.totalItems, active.data.page.totalItems)}</span>
  );
}
