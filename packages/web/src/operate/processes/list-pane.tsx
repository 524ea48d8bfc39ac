import { Button } from '@carbon/react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import {
  type ProcessDefinitionResult,
  type ProcessInstanceFilter,
  type ProcessInstanceResult,
  searchProcessInstances,
} from '../../api/gen/api.ts';
import { usePreload } from '../../app/use-preload.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { type FilterChip, FilterChips } from '../../parts/filter-chips.tsx';
import { LazyDialog } from '../../parts/lazy-dialog.tsx';
import { lazyPart } from '../../parts/lazy-part.ts';
import { isAnySelected, useRowSelection } from '../../parts/selection.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { InstanceActionName } from './instance-actions.ts';
import { instanceColumns } from './instance-columns.tsx';
import { type ProcessesSearch, type sortFields, sortOf } from './processes-search.ts';
import { rowActions } from './row-menu.tsx';
import type { SearchChange } from './search-change.ts';
import { SelectedInstances } from './selected-instances.tsx';
import { useInstanceRowActions } from './use-instance-row-actions.ts';
import { useProcessInstances } from './use-process-instances.ts';

const ConfirmDialog = lazyPart(() => import('../../parts/confirm-dialog.tsx'), 'ConfirmDialog');

export interface ListPaneProps {
  readonly search: ProcessesSearch;
  readonly filter: ProcessInstanceFilter;
  readonly chips: readonly FilterChip[];
  readonly definition: ProcessDefinitionResult | undefined;
  readonly hasTenants: boolean;
  onChange(change: SearchChange): void;
  onReset(): void;
  onMove(filter: ProcessInstanceFilter | undefined, selectedCount: number | undefined): void;
}

const newestFirst = { field: 'startDate', order: 'DESC' } as const;

/** The instances that fit, and what can be done to them. */
export function ListPane(props: ListPaneProps) {
  const { search, filter, chips, definition, hasTenants, onChange, onReset, onMove } = props;
  const texts = useTexts();
  const { processes, parts } = texts;
  const navigate = useNavigate();
  const sort = sortOf(search) ?? newestFirst;
  const question = { filter, sort: [sort] };
  const instances = useProcessInstances(question);
  usePreload([ConfirmDialog]);
  const [selection, setSelection] = useRowSelection(filter);
  const [asked, setAsked] = useState<{ name: 'cancel' | 'delete'; instance: ProcessInstanceResult }>();
  const actions = useInstanceRowActions();
  const act = (name: InstanceActionName, instance: ProcessInstanceResult) => {
    if (name === 'cancel' || name === 'delete') setAsked({ name, instance });
    else actions[name](instance.processInstanceKey);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `act` does stays the same
  const columns = useMemo(() => instanceColumns(texts, { hasTenants, onAction: act }), [texts, hasTenants]);
  const { total = 0, isTotalMore } = instances;
  const isUnfiltered = Object.keys(filter).length === 0;
  // No landmark of its own: its table is one of that name.
  return (
    <section className="list-pane">
      <header className="list-header">
        <h2>{processes.list}</h2>
        <span aria-live="polite" className="list-total">
          {instances.total === undefined ? '' : parts.results(total, isTotalMore)}
        </span>
        <FilterChips chips={chips} />
        <ExportMenu
          operation={searchProcessInstances}
          body={question}
          name="process-instances"
          isDisabled={instances.items.length === 0}
        />
      </header>
      {isAnySelected(selection) && (
        <SelectedInstances
          filter={filter}
          selection={selection}
          total={total}
          isTotalMore={isTotalMore}
          definition={definition}
          onSelection={setSelection}
          onMove={onMove}
        />
      )}
      <DataTable
        label={processes.list}
        columns={columns}
        rows={instances}
        rowId={(row) => row.processInstanceKey}
        sort={sort}
        onSort={({ field, order }) =>
          onChange({ sort: `${field as (typeof sortFields)[number]}:${order === 'ASC' ? 'asc' : 'desc'}` })
        }
        selection={selection}
        onSelection={setSelection}
        onOpen={({ processInstanceKey }) => void navigate({ href: `/operate/processes/${processInstanceKey}` })}
        rowKeys={[
          {
            keys: 'r',
            text: processes.retryKey,
            run: (row) => rowActions(row).includes('retry') && act('retry', row),
          },
        ]}
        empty={
          isUnfiltered ? (
            <EmptyState title={processes.emptyAll} text={processes.emptyAllHelp} />
          ) : (
            <EmptyState title={processes.emptyList} text={processes.emptyListHelp}>
              <Button size="sm" kind="tertiary" onClick={onReset}>
                {texts.filterPanel.reset}
              </Button>
            </EmptyState>
          )
        }
      />
      {asked !== undefined && (
        <LazyDialog onClose={() => setAsked(undefined)}>
          <ConfirmDialog
            title={processes.ask[asked.name](1, false)}
            action={processes.actionsAsked[asked.name]}
            {...(asked.name === 'cancel' ? { refusal: processes.keepRunning } : {})}
            isDanger
            onConfirm={() => {
              actions[asked.name](asked.instance.processInstanceKey);
              setAsked(undefined);
            }}
            onClose={() => setAsked(undefined)}
          >
            <p>{processes.askHelp[asked.name]}</p>
            <code>{asked.instance.processInstanceKey}</code>
          </ConfirmDialog>
        </LazyDialog>
      )}
    </section>
  );
}
