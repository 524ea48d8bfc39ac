import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { getVariable, searchVariables } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import type { VariableDraft, VariableDraftStore } from '../../../parts/variables/variable-drafts.ts';
import { VariableTable } from '../../../parts/variables/variable-table.tsx';
import { withoutVariable, withVariable } from './modification-plan.ts';
import type { Modification } from './use-modification.ts';

export interface ScopeVariablesProps {
  readonly processInstanceKey: string;
  readonly scopeKey: string;
  readonly scopeName: string;
  readonly title: string;
  readonly modification: Modification;
}

/** Variables of a scope that runs. What is changed becomes part of the plan. */
export function ScopeVariables(props: ScopeVariablesProps) {
  const { processInstanceKey, scopeKey, scopeName, title, modification } = props;
  const [nameFilter, setNameFilter] = useState('');
  const variables = useApiPages(
    searchVariables,
    {
      body: {
        filter: {
          processInstanceKey,
          scopeKey,
          ...(nameFilter === '' ? {} : { name: { $like: `*${nameFilter}*` } }),
        },
        sort: [{ field: 'name', order: 'ASC' }],
      },
    },
    { live: { valueTypes: ['VARIABLE'], processInstanceKey } },
  );
  const planned = modification.plan.filter((step) => step.kind === 'variable' && step.scopeKey === scopeKey);
  const drafts: Record<string, VariableDraft> = Object.create(null);
  for (const step of planned) {
    if (step.kind === 'variable') drafts[step.name] = { text: step.text, base: step.base };
  }
  const store: VariableDraftStore = {
    drafts,
    isStored: modification.isStored,
    names: Object.keys(drafts),
    set: (name, { text, base }) =>
      modification.change((plan) => withVariable(plan, { scopeKey, scopeName, name, base, text }), name in drafts),
    discard: (names) =>
      modification.change((plan) => names.reduce((left, name) => withoutVariable(left, scopeKey, name), plan)),
  };
  return (
    <section className="modification-variables">
      <h3>{title}</h3>
      <VariableTable
        label={title}
        variables={variables}
        loadWhole={async ({ variableKey }) => (await call(getVariable, { path: { variableKey } })).value}
        drafts={store}
        nameFilter={nameFilter}
        onNameFilter={setNameFilter}
      />
    </section>
  );
}
