import { OverflowMenu, OverflowMenuItem } from '@carbon/react';
import type { ProcessInstanceResult } from '../../api/gen/api.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { InstanceActionName } from './instance-actions.ts';

/** What can be done to an instance as it is. */
export function rowActions({ state, hasIncident, parentProcessInstanceKey }: ProcessInstanceResult) {
  const isRunning = state === 'ACTIVE' || state === 'SUSPENDED';
  const possible: readonly (readonly [InstanceActionName, boolean])[] = [
    ['retry', hasIncident && state === 'ACTIVE'],
    ['suspend', state === 'ACTIVE'],
    ['resume', state === 'SUSPENDED'],
    // A called one is canceled with its caller: the engine refuses it alone.
    ['cancel', isRunning && parentProcessInstanceKey === null],
    ['delete', !isRunning],
  ];
  return possible.filter(([, isPossible]) => isPossible).map(([name]) => name);
}

export interface RowMenuProps {
  readonly instance: ProcessInstanceResult;
  onAction(name: InstanceActionName, instance: ProcessInstanceResult): void;
}

export function RowMenu({ instance, onAction }: RowMenuProps) {
  const { processes } = useTexts();
  const actions = rowActions(instance);
  if (actions.length === 0) return null;
  const label = processes.rowActions(instance.processInstanceKey);
  return (
    <OverflowMenu size="sm" flipped aria-label={label} iconDescription={label}>
      {actions.map((name) => (
        <OverflowMenuItem
          key={name}
          itemText={name === 'retry' ? processes.actions.retryIncidents : processes.actions[name]}
          isDelete={name === 'cancel' || name === 'delete'}
          onClick={() => onAction(name, instance)}
        />
      ))}
    </OverflowMenu>
  );
}
