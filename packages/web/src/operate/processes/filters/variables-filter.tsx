import { Button } from '@carbon/react';
import { useState } from 'react';
import { LazyDialog } from '../../../parts/lazy-dialog.tsx';
import { lazyPart } from '../../../parts/lazy-part.ts';
import type { Texts } from '../../../texts/language.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { takesValue, type VariableCondition, type VariableGroups } from '../variable-condition.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

const VariablesDialog = lazyPart(() => import('./variables-dialog.tsx'), 'VariablesDialog');

export const variablesFilter: OptionalFilter = {
  id: 'variables',
  parameters: ['variables'],
  title: ({ processes }) => processes.variables,
  describe: ({ variables = [] }, texts) => describeGroups(variables, texts),
  Editor: VariablesEditor,
};

function describeGroups(groups: VariableGroups, texts: Texts): string {
  const { and, or } = texts.processes;
  return groups
    .map((group) => group.map((condition) => describeCondition(condition, texts)).join(` ${and} `))
    .join(` ${or} `);
}

function describeCondition({ name, operator, value }: VariableCondition, { processes }: Texts): string {
  return processes.condition(name, processes.variableOperators[operator], takesValue(operator) ? value : '').trim();
}

function VariablesEditor({ search, onChange, isNew }: FilterEditorProps) {
  const texts = useTexts();
  const { processes } = texts;
  const [isOpen, setOpen] = useState(isNew);
  const groups = search.variables ?? [];
  return (
    <>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other identity
        <div key={index} className="variable-summary">
          {index > 0 && <span className="variable-or">{processes.or}</span>}
          {group.map((condition) => {
            const text = describeCondition(condition, texts);
            return <code key={text}>{text}</code>;
          })}
        </div>
      ))}
      <Button kind="tertiary" size="sm" onClick={() => setOpen(true)}>
        {processes.variablesEdit}
      </Button>
      {isOpen && (
        <LazyDialog onClose={() => setOpen(false)}>
          <VariablesDialog
            process={search.process}
            version={search.version}
            tenant={search.tenant}
            groups={groups}
            onApply={(variables) => {
              setOpen(false);
              onChange({ variables: variables.length === 0 ? undefined : variables });
            }}
            onClose={() => setOpen(false)}
          />
        </LazyDialog>
      )}
    </>
  );
}
