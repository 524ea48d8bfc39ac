import { getRouteApi } from '@tanstack/react-router';
import { searchDecisionInstances } from '../../api/gen/api.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { FilteredPage } from '../../parts/filtered-page.tsx';
import { ListHead } from '../../parts/list-head.tsx';
import { isAnySelected, noSelection, selectedCount, useRowSelection } from '../../parts/selection.ts';
import { SelectionBar } from '../../parts/selection-bar.tsx';
import { SplitPanes } from '../../parts/split-panes.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { selectedFilter } from './decision-filter.ts';
import {
  countDecisionFilters,
  DecisionFilters,
  type DecisionsChanges,
  noDecisionFilters,
} from './decision-filters.tsx';
import { DecisionInstanceList } from './decision-instance-list.tsx';
import './decisions.scss';
import { decisionsSearch } from './decisions-search.ts';
import { DefinitionPane } from './definition-pane.tsx';
import { DeleteSelected } from './delete-selected.tsx';
import { useDecisionVersions } from './use-decision-definitions.ts';
import { decisionInstancesQuery, useDecisionInstances } from './use-decision-instances.ts';

const route = getRouteApi('/operate/decisions');

/** What was decided, and by which tables and expressions. */
export function DecisionsPage() {
  const { decisions: texts } = useTexts();
  useTitle(texts.title);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const instances = useDecisionInstances(search);
  const versions = useDecisionVersions(search.decision).data?.items ?? [];
  // Without a version the newest is what one wants to see.
  const definition =
    search.decision === undefined
      ? undefined
      : versions.find(({ version }) => search.version === undefined || version === search.version);
  const [selection, setSelection] = useRowSelection(decisionInstancesQuery(search));
  const change = (changes: DecisionsChanges) => {
    void navigate({ search: (before) => decisionsSearch({ ...before, ...changes }), replace: true });
  };
  const total = instances.total ?? 0;
  const list = (
    <div className="list-page">
      {isAnySelected(selection) && (
        <SelectionBar
          selection={selection}
          total={total}
          isTotalMore={instances.isTotalMore}
          onSelection={setSelection}
        >
          <DeleteSelected
            filter={selectedFilter(search, selection)}
            count={selectedCount(selection, total)}
            onStarted={() => setSelection(noSelection)}
          />
        </SelectionBar>
      )}
      <DecisionInstanceList
        instances={instances}
        search={search}
        selection={selection}
        onSelection={setSelection}
        onSort={(sort) => change({ sort })}
      />
    </div>
  );
  return (
    <FilteredPage
      id="decisions"
      filters={<DecisionFilters search={search} versions={versions} onChange={change} />}
      count={countDecisionFilters(search)}
      onReset={() => change(noDecisionFilters)}
    >
      <ListHead title={texts.title} total={instances.total} isTotalMore={instances.isTotalMore}>
        <ExportMenu
          operation={searchDecisionInstances}
          body={decisionInstancesQuery(search).body}
          name="decision-instances"
          isDisabled={instances.items.length === 0}
        />
      </ListHead>
      {definition === undefined ? (
        list
      ) : (
        <SplitPanes
          id="decisions"
          direction="vertical"
          narrowFirst="list"
          panes={[
            {
              id: 'logic',
              name: texts.logic,
              size: 45,
              content: (
                <DefinitionPane
                  definition={definition}
                  isDrdShown={search.drd === true}
                  onDrd={(isShown) => change({ drd: isShown ? true : undefined })}
                  onSelect={(decision) => change({ decision, version: undefined })}
                  onDeleted={() => change({ decision: undefined, version: undefined })}
                />
              ),
            },
            { id: 'list', name: texts.list, content: list },
          ]}
        />
      )}
    </FilteredPage>
  );
}
