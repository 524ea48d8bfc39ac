import { TrashCan } from '@carbon/icons-react';
import { IconButton, Select, SelectItem, TextInput } from '@carbon/react';
import { useDeferredValue, useId } from 'react';
import { invalidProps } from '../../../parts/invalid-props.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import {
  conditionProblem,
  takesNumber,
  takesValue,
  type VariableCondition,
  type VariableOperator,
  valueKind,
  variableOperators,
} from '../variable-condition.ts';
import { useVariableNames, type VariableOwner } from './use-variable-names.ts';

export interface VariableConditionRowProps {
  readonly condition: VariableCondition;
  readonly owner: VariableOwner;
  /** Shows what is missing. */
  readonly isChecked: boolean;
  onChange(condition: VariableCondition): void;
  onRemove(): void;
}

/** Name, comparison and value; says how the value is read. */
export function VariableConditionRow({ condition, owner, isChecked, onChange, onRemove }: VariableConditionRowProps) {
  const { processes } = useTexts();
  const id = useId();
  const { name, operator, value } = condition;
  const names = useVariableNames(owner, useDeferredValue(name));
  const problem = isChecked ? conditionProblem(condition) : undefined;
  return (
    <div className="variable-condition">
      <TextInput
        id={`${id}-name`}
        size="sm"
        labelText={processes.variableName}
        value={name}
        list={`${id}-names`}
        autoComplete="off"
        {...invalidProps(`${id}-name`, problem === 'name' ? processes.conditionProblems.name : undefined)}
        onChange={({ target }) => onChange({ ...condition, name: target.value })}
      />
      <datalist id={`${id}-names`}>
        {names.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Select
        id={`${id}-operator`}
        size="sm"
        labelText={processes.operator}
        value={operator}
        onChange={({ target }) => onChange({ ...condition, operator: target.value as VariableOperator })}
      >
        {variableOperators.map((each) => (
          <SelectItem key={each} value={each} text={processes.variableOperators[each]} />
        ))}
      </Select>
      {takesValue(operator) ? (
        <TextInput
          id={`${id}-value`}
          size="sm"
          labelText={processes.value}
          value={value}
          helperText={value.trim() === '' || problem !== undefined ? undefined : helpFor(condition, processes)}
          {...invalidProps(
            `${id}-value`,
            problem === 'value' || problem === 'number' ? processes.conditionProblems[problem] : undefined,
          )}
          onChange={({ target }) => onChange({ ...condition, value: target.value })}
        />
      ) : (
        <span />
      )}
      <IconButton label={processes.removeCondition(name)} kind="ghost" size="sm" align="left" onClick={onRemove}>
        <TrashCan />
      </IconButton>
    </div>
  );
}

function helpFor({ operator, value }: VariableCondition, texts: ReturnType<typeof useTexts>['processes']): string {
  if (operator === 'oneOf') return texts.listHelp;
  if (operator === 'contains') return texts.containsHelp;
  if (takesNumber(operator)) return valueKind(value) === 'number' ? '' : texts.conditionProblems.number;
  return texts.valueKinds[valueKind(value)];
}
