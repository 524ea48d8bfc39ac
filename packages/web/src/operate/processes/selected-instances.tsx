import { Button } from '@carbon/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProcessDefinitionResult, ProcessInstanceFilter } from '../../api/gen/api.ts';
import { usePreload } from '../../app/use-preload.ts';
import { LazyDialog } from '../../parts/lazy-dialog.tsx';
import { lazyPart } from '../../parts/lazy-part.ts';
import { noSelection, type Selection, selectedCount } from '../../parts/selection.ts';
import { SelectionBar } from '../../parts/selection-bar.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { type InstanceAction, instanceActions } from './instance-actions.ts';
import { selectedFilter } from './instance-filter.ts';
import { migrationAddress } from './migration-address.ts';
import { restrictedToStates } from './restricted-filter.ts';
import { useBatch } from './use-batch.ts';

const BatchDialog = lazyPart(() => import('./batch-dialog.tsx'), 'BatchDialog');

export interface SelectedInstancesProps {
  readonly filter: ProcessInstanceFilter;
  readonly selection: Selection;
  readonly total: number;
  readonly isTotalMore: boolean;
  /** The one version that is shown. */
  readonly definition: ProcessDefinitionResult | undefined;
  onSelection(selection: Selection): void;
  /** @param count `undefined` = more than are counted. */
  onMove(filter: ProcessInstanceFilter | undefined, count: number | undefined): void;
}

/** How many instances are chosen, and what can be done to them. */
export function SelectedInstances(props: SelectedInstancesProps) {
  const { filter, selection, total, isTotalMore, definition, onSelection, onMove } = props;
  const { processes } = useTexts();
  const navigate = useNavigate();
  usePreload([BatchDialog]);
  const [asked, setAsked] = useState<InstanceAction>();
  const chosen = selectedFilter(filter, selection);
  const count = selection.isAll && isTotalMore ? undefined : selectedCount(selection, total);
  const { start, isBusy } = useBatch(() => {
    setAsked(undefined);
    onSelection(noSelection);
  });
  const begin = (action: InstanceAction) => {
    const fitting = action.restrict(chosen);
    if (action.isAsked || selection.isAll || fitting === undefined) setAsked(action);
    else start(action.name, action.operation, { filter: fitting });
  };
  const needsVersion = definition === undefined ? { title: processes.migrateHelp } : {};
  return (
    <SelectionBar selection={selection} total={total} isTotalMore={isTotalMore} onSelection={onSelection}>
      {instanceActions.map((action) => (
        <Button
          key={action.name}
          kind={action.isDangerous ? 'danger--ghost' : 'ghost'}
          size="sm"
          disabled={isBusy || action.restrict(chosen) === undefined}
          {...(action.restrict(chosen) === undefined ? { title: processes.nothingFits[action.name] } : {})}
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
        onClick={() => onMove(restrictedToStates(chosen, ['ACTIVE']), count)}
      >
        {processes.actions.move}
      </Button>
      {asked !== undefined && (
        <LazyDialog onClose={() => setAsked(undefined)}>
          <BatchDialog
            name={asked.name}
            filter={asked.restrict(chosen)}
            selectedCount={count}
            isDangerous={asked.isDangerous}
            isBusy={isBusy}
            onConfirm={(fitting) => start(asked.name, asked.operation, { filter: fitting })}
            onClose={() => setAsked(undefined)}
          />
        </LazyDialog>
      )}
    </SelectionBar>
  );
}
