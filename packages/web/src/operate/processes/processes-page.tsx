import { ActionableNotification } from '@carbon/react';
import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { searchParameters } from '../../app/search-parameters.ts';
import { FilteredPage } from '../../parts/filtered-page.tsx';
import { lazyPart } from '../../parts/lazy-part.ts';
import { SplitPanes } from '../../parts/split-panes.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { flowNodesOf } from '../model/flow-nodes.ts';
import { useProcessModel } from '../model/use-process-model.ts';
import { DiagramPane } from './diagram-pane.tsx';
import { ProcessesFilters } from './filters/processes-filters.tsx';
import { instanceFilter } from './instance-filter.ts';
import { ListPane } from './list-pane.tsx';
import { isMoveEnd, type MoveOfTokens } from './move-of-tokens.ts';
import './processes.scss';
import { notUnderstood, processesSearch } from './processes-search.ts';
import { changedSearch, type SearchChange } from './search-change.ts';
import { searchChips } from './search-chips.ts';
import { useChosenDefinition } from './use-chosen-definition.ts';
import { useProcesses } from './use-process-definitions.ts';

const MoveDialog = lazyPart(() => import('./move-dialog.tsx'), 'MoveDialog');
const route = getRouteApi('/operate/processes');

/** Finds instances by everything there is to know of them, shows where they are, and does things to many of them. */
export function ProcessesPage() {
  const texts = useTexts();
  const formats = useFormats();
  useTitle(texts.processes.title);
  const typed = route.useSearch();
  // The router adds what was understood to what was typed, and leaves the rest in.
  const search = useMemo(() => processesSearch(typed as Record<string, unknown>), [typed]);
  const navigate = useNavigate();
  const newest = useProcesses().data?.items ?? [];
  const chosen = useChosenDefinition(search);
  const { definition } = chosen;
  // Elements are offered for several versions too: those of the newest.
  const source = useProcessModel((definition ?? chosen.versions[0])?.processDefinitionKey);
  const { model } = source;
  const elements = useMemo(() => (model === undefined ? [] : flowNodesOf(model)), [model]);
  const [move, setMove] = useState<MoveOfTokens>();
  const filter = useMemo(() => instanceFilter(search), [search]);

  const change = (made: SearchChange) =>
    void navigate({
      to: '/operate/processes',
      // What was changed a moment ago may not be on the page yet.
      search: (present) => changedSearch(processesSearch(present as Record<string, unknown>), made),
    });
  const reset = () => void navigate({ to: '/operate/processes', search: {} });
  const chips = searchChips(
    search,
    {
      process: newest.find(({ processDefinitionId }) => processDefinitionId === search.process)?.name ?? undefined,
      element: elements.find(({ id }) => id === search.element)?.name,
    },
    texts,
    formats,
    change,
  );
  const isOneVersion = definition !== undefined;
  const panes = [
    {
      id: 'diagram',
      name: texts.parts.diagram,
      size: 45,
      content: (
        <DiagramPane
          search={search}
          chosen={chosen}
          source={source}
          elements={elements}
          move={isOneVersion ? move : undefined}
          onMove={setMove}
          onChange={change}
        />
      ),
    },
    {
      id: 'list',
      name: texts.processes.list,
      content: (
        <ListPane
          search={search}
          filter={filter}
          chips={chips}
          definition={definition}
          hasTenants={search.tenant === undefined && new Set(newest.map(({ tenantId }) => tenantId)).size > 1}
          onChange={change}
          onReset={reset}
          onMove={(selected, selectedCount) =>
            setMove({
              filter: selected,
              selectedCount,
              ...(search.element === undefined ? {} : { source: search.element }),
            })
          }
        />
      ),
    },
  ];
  return (
    <FilteredPage
      id="processes"
      count={chips.length}
      onReset={reset}
      filters={
        <ProcessesFilters
          search={search}
          processes={newest}
          versions={chosen.versions}
          elements={elements}
          onChange={change}
        />
      }
    >
      <h1 className="visually-hidden">{texts.processes.title}</h1>
      <LeftOutNotice />
      <SplitPanes id="processes" direction="vertical" narrowFirst="list" panes={panes} />
      {move !== undefined && isMoveEnd(move) && (
        <Suspense>
          <MoveDialog
            move={move}
            elements={elements}
            onDone={() => setMove(undefined)}
            onClose={() => setMove(undefined)}
          />
        </Suspense>
      )}
    </FilteredPage>
  );
}

/** Tells what of the address was not understood: an old link, or one typed by hand. */
function LeftOutNotice() {
  const { filterPanel: filters } = useTexts();
  const formats = useFormats();
  const navigate = useNavigate();
  const typed = searchParameters.parseSearch(useLocation({ select: ({ searchStr }) => searchStr }));
  const names = notUnderstood(typed);
  if (names.length === 0) return null;
  return (
    <ActionableNotification
      className="left-out-notice"
      kind="warning"
      lowContrast
      inline
      hideCloseButton
      hasFocus={false}
      title={filters.addressTitle}
      subtitle={filters.addressText(formats.list(names))}
      actionButtonLabel={filters.addressMend}
      onActionButtonClick={() =>
        void navigate({ to: '/operate/processes', search: processesSearch(typed), replace: true })
      }
    />
  );
}
