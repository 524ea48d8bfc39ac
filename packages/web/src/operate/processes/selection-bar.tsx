import { Button } from '@carbon/react';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { ProcessDefinitionResult, ProcessInstanceFilter } from '../../api/gen/api.ts';
import type { Selection } from '../../parts/data-table.tsx';
import { lazyPart } from '../../parts/lazy-part.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { type InstanceAction, instanceActions } from './instance-actions.ts';
import { restrictedToStates, selectedFilter } from './instance-filter.ts';
import { migrationAddress } from './migration-address.ts';
import { useBatch } from './use-batch.ts';

const BatchDialog = lazyPart(() => import('./batch-dialog.tsx'), 'BatchDialog');

export interface SelectionBarProps {
  readonly filter: ProcessInstanceFilter;
  readonly selection: Selection;
  readonly total: number;
  readonly isTotalMore: boolean;
  /** The one version that is shown. */
  readonly definition: ProcessDefinitionResult | undefined;
  onSelection(selection: Selection): void;
  onClear(): void;
  onMove(filter: ProcessInstanceFilter | undefined): void;
}

/** How many are chosen and what can be done to them. */
export function SelectionBar(props: SelectionBarProps) {
  const { filter, selection, total, isTotalMore, definition, onSelection, onClear, onMove } = props;
  const { processes, parts } = useTexts();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<InstanceAction>();
  const chosen = selectedFilter(filter, selection);
  const isCounted = !(selection.isAll && isTotalMore);
  const count = selection.isAll ? total - selection.ids.size : selection.ids.size;
  const { start, isBusy } = useBatch(() => {
    setAsked(undefined);
    onClear();
  });
  const begin = (action: InstanceAction) => {
    const fitting = action.restrict(chosen);
    if (action.isAsked || selection.isAll || fitting === undefined) setAsked(action);
    else start(action.name, action.operation, { filter: fitting });
  };
  const needsVersion = definition === undefined ? { title: processes.migrateHelp } : {};
  return (
    <section className="selection-bar" aria-label={parts.selected(count)}>
      <span aria-live="polite">{isCounted ? parts.selected(count) : parts.results(count, true)}</span>
      {!selection.isAll && (
        <Button kind="ghost" size="sm" onClick={() => onSelection({ isAll: true, ids: new Set() })}>
          {isTotalMore ? parts.selectAll : parts.selectAllResults(total)}
        </Button>
      )}
      <span className="selection-actions">
        {instanceActions.map((action) => (
          <Button
            key={action.name}
            kind={action.isDangerous ? 'danger--ghost' : 'ghost'}
            size="sm"
            disabled={isBusy}
            onClick={() => begin(action)}
          >
            {processes.actions[action.name]}
          </Button>
        ))}
        <Button
          kind="ghost"
          size="sm"
          disabled={definition === undefined}
          {...needsVersion}
          onClick={() => definition !== undefined && void navigate({ href: migrationAddress(definition, chosen) })}
        >
          {processes.actions.migrate}
        </Button>
        <Button
          kind="ghost"
          size="sm"
          disabled={definition === undefined}
          {...needsVersion}
          onClick={() => onMove(restrictedToStates(chosen, ['ACTIVE']))}
        >
          {processes.actions.move}
        </Button>
      </span>
      <Button kind="ghost" size="sm" onClick={onClear}>
        {processes.deselect}
      </Button>
      {asked !== undefined && (
        <Suspense>
          <BatchDialog
            name={asked.name}
            filter={asked.restrict(chosen)}
            selectedCount={isCounted ? count : undefined}
            isDangerous={asked.isDangerous}
            isBusy={isBusy}
            onConfirm={(fitting) => start(asked.name, asked.operation, { filter: fitting })}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
