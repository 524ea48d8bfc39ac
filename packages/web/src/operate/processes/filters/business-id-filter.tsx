import { Select, SelectItem } from '@carbon/react';
import { useEffect, useId, useState } from 'react';
import { useTexts } from '../../../texts/use-texts.ts';
import {
  businessIdFilter as apiFilter,
  type BusinessIdCondition,
  type BusinessIdOperator,
  businessIdOperators,
  businessIdTakesValue,
  businessIdText,
  parseBusinessId,
} from '../business-id-condition.ts';
import { FilterInput } from './lazy-fields.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const businessIdFilter: OptionalFilter = {
  id: 'businessId',
  parameters: ['businessId'],
  title: ({ processes }) => processes.businessId,
  describe: ({ businessId = '' }, { processes }) => {
    const { operator, value } = parseBusinessId(businessId) ?? { operator: 'exists', value: '' };
    return processes.condition(processes.businessId, processes.businessIdOperators[operator], value).trim();
  },
  Editor: BusinessIdEditor,
};

function BusinessIdEditor({ search, onChange, isNew }: FilterEditorProps) {
  const { processes } = useTexts();
  const id = useId();
  const given = parseBusinessId(search.businessId ?? '');
  const [operator, setOperator] = useState<BusinessIdOperator>(given?.operator ?? 'like');
  const value = given?.value ?? '';
  useEffect(() => {
    if (given !== undefined) setOperator(given.operator);
  }, [given?.operator, given]);
  const tell = (condition: BusinessIdCondition) =>
    onChange({ businessId: apiFilter(condition) === undefined ? undefined : businessIdText(condition) });
  const isList = operator === 'oneOf' || operator === 'noneOf';
  return (
    <>
      <Select
        id={id}
        size="sm"
        labelText={processes.operator}
        hideLabel
        value={operator}
        onChange={({ target }) => {
          const chosen = target.value as BusinessIdOperator;
          setOperator(chosen);
          tell({ operator: chosen, value });
        }}
      >
        {businessIdOperators.map((each) => (
          <SelectItem key={each} value={each} text={processes.businessIdOperators[each]} />
        ))}
      </Select>
      {businessIdTakesValue(operator) && (
        <FilterInput
          label={processes.businessId}
          isLabelHidden
          isLong={isList}
          value={value}
          hasFocus={isNew}
          {...(isList ? { help: processes.businessIdHelp } : {})}
          onChange={(text) => tell({ operator, value: text })}
        />
      )}
    </>
  );
}
