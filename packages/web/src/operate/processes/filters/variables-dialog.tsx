import { Add } from '@carbon/icons-react';
import { Button, InlineNotification } from '@carbon/react';
import { useState } from 'react';
import { Dialog } from '../../../parts/dialog.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import { conditionProblem, type VariableCondition, type VariableGroups } from '../variable-condition.ts';
import type { VariableOwner } from './use-variable-names.ts';
import { VariableConditionRow } from './variable-condition-row.tsx';

/** From here on a search may take seconds. */
const CONDITIONS_SLOW = 8;
const empty: VariableCondition = { name: '', operator: 'equals', value: '' };

export interface VariablesDialogProps extends VariableOwner {
  readonly groups: VariableGroups;
  onApply(groups: VariableGroups): void;
  onClose(): void;
}

/** Groups of conditions: all of a group, one of the groups. */
export function VariablesDialog({ groups: given, onApply, onClose, ...owner }: VariablesDialogProps) {
  const { processes, parts } = useTexts();
  const [groups, setGroups] = useState<VariableGroups>(given.length === 0 ? [[empty]] : given);
  const [isChecked, setChecked] = useState(false);
  const change = (groupIndex: number, index: number, ...put: readonly VariableCondition[]) =>
    setGroups(
      groups
        .map((group, each) => (each === groupIndex ? group.toSpliced(index, 1, ...put) : group))
        .filter((group) => group.length > 0),
    );
  const add = (groupIndex: number) =>
    setGroups(groups.map((group, each) => (each === groupIndex ? [...group, empty] : group)));
  const apply = () => {
    // A row nobody wrote into asks for nothing.
    const written = groups
      .map((group) => group.filter(({ name, value }) => name.trim() !== '' || value.trim() !== ''))
      .filter((group) => group.length > 0);
    if (written.flat().some((condition) => conditionProblem(condition) !== undefined)) setChecked(true);
    else onApply(written);
  };
  return (
    <Dialog
      modalHeading={processes.variablesTitle}
      primaryButtonText={parts.apply}
      secondaryButtonText={parts.cancel}
      onRequestSubmit={apply}
      onRequestClose={onClose}
    >
      <p>{processes.variablesHelp}</p>
      {groups.flat().length >= CONDITIONS_SLOW && (
        <InlineNotification kind="warning" lowContrast hideCloseButton title={processes.variablesSlow} />
      )}
      {groups.map((group, groupIndex) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other identity
        <fieldset key={groupIndex} className="variable-group" aria-label={processes.group(groupIndex + 1)}>
          {groupIndex > 0 && <span className="variable-or">{processes.or}</span>}
          {group.map((condition, index) => (
            <VariableConditionRow
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity
              key={index}
              condition={condition}
              owner={owner}
              isChecked={isChecked}
              onChange={(changed) => change(groupIndex, index, changed)}
              onRemove={() => change(groupIndex, index)}
            />
          ))}
          <Button kind="ghost" size="sm" renderIcon={Add} onClick={() => add(groupIndex)}>
            {processes.addCondition}
          </Button>
        </fieldset>
      ))}
      <Button kind="tertiary" size="sm" renderIcon={Add} onClick={() => setGroups([...groups, [empty]])}>
        {processes.addGroup}
      </Button>
    </Dialog>
  );
}
