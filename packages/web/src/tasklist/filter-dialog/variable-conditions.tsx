import { Add, TrashCan } from '@carbon/icons-react';
import { Button, IconButton, Select, SelectItem, TextInput } from '@carbon/react';
import { useTexts } from '../../texts/use-texts.ts';
import {
  CONDITIONS_MAX,
  isWrongCondition,
  type VariableCondition,
  type VariableOperator,
  variableOperators,
} from '../tasks/task-filter.ts';

export interface VariableConditionsProps {
  readonly conditions: readonly VariableCondition[];
  onChange(conditions: readonly VariableCondition[]): void;
}

/** What variables of the process instance have to be. */
export function VariableConditions({ conditions, onChange }: VariableConditionsProps) {
  const texts = useTexts().tasklist.filterDialog;
  const change = (at: number, changes: Partial<VariableCondition>) =>
    onChange(conditions.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  return (
    <fieldset className="variable-conditions">
      <legend>{texts.variables}</legend>
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name
        <div key={index} className="task-condition">
          <TextInput
            id={`condition-name-${index}`}
            size="sm"
            labelText={texts.variableName}
            value={condition.name}
            onChange={({ target }) => change(index, { name: target.value })}
          />
          <Select
            id={`condition-operator-${index}`}
            size="sm"
            labelText={texts.operator}
            value={condition.operator}
            onChange={({ target }) => change(index, { operator: target.value as VariableOperator })}
          >
            {variableOperators.map((operator) => (
              <SelectItem key={operator} value={operator} text={texts.operators[operator]} />
            ))}
          </Select>
          <TextInput
            id={`condition-value-${index}`}
            size="sm"
            labelText={texts.value}
            value={condition.value}
            invalid={condition.value !== '' && isWrongCondition(condition)}
            invalidText={texts.numberNeeded}
            disabled={condition.operator === 'exists' || condition.operator === 'missing'}
            onChange={({ target }) => change(index, { value: target.value })}
          />
          <IconButton
            label={texts.removeVariable}
            kind="ghost"
            size="sm"
            align="left"
            onClick={() => onChange(conditions.filter((_, at) => at !== index))}
          >
            <TrashCan />
          </IconButton>
        </div>
      ))}
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        disabled={conditions.length >= CONDITIONS_MAX}
        onClick={() => onChange([...conditions, { name: '', operator: 'equals', value: '' }])}
      >
        {texts.addVariable}
      </Button>
    </fieldset>
  );
}
