import { useNavigate } from '@tanstack/react-router';
import type { DecisionInstanceResult } from '../../api/gen/api.ts';
import type { SearchPages } from '../../api/use-api.ts';
import { sortOf, sortText } from '../../app/search-values.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { Selection } from '../../parts/selection.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { decisionColumns } from './decision-columns.tsx';
import { countDecisionFilters } from './decision-filters.tsx';
import type { DecisionsSearch } from './decisions-search.ts';
import { decisionsSortDefault } from './use-decision-instances.ts';

export interface DecisionInstanceListProps {
  readonly instances: SearchPages<DecisionInstanceResult>;
  readonly search: DecisionsSearch;
  readonly selection: Selection;
  onSelection(selection: Selection): void;
  onSort(sort: string): void;
}

export function DecisionInstanceList(props: DecisionInstanceListProps) {
  const { instances, search, selection, onSelection, onSort } = props;
  const texts = useTexts();
  const { decisions, filters } = texts;
  const navigate = useNavigate();
  return (
    <DataTable
      label={decisions.list}
      columns={decisionColumns(texts)}
      rows={instances}
      rowId={(row) => row.decisionEvaluationInstanceKey}
      sort={sortOf(search.sort ?? decisionsSortDefault)!}
      onSort={(sort) => onSort(sortText(sort))}
      selection={selection}
      onSelection={onSelection}
      onOpen={({ decisionEvaluationInstanceKey }) =>
        void navigate({
          to: '/operate/decisions/$decisionEvaluationInstanceKey',
          params: { decisionEvaluationInstanceKey },
        })
      }
      empty={
        countDecisionFilters(search) === 0 ? (
          <EmptyState title={decisions.none} text={decisions.noneHelp} />
        ) : (
          <EmptyState title={filters.noMatch} text={filters.noMatchHelp} />
        )
      }
    />
  );
}
