import { useDeferredValue, useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.ts';
import { call } from '../../../api/call.ts';
import {
  createElementInstanceVariables,
  getVariable,
  type IncidentResult,
  type ProcessInstanceResult,
  searchVariables,
} from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { useApiPages } from '../../../api/use-api.ts';
import { notify, notifyProblem } from '../../../app/notifications.ts';
import { jsonForRequest } from '../../../parts/json/parse-json.ts';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import type { VariableChange } from '../../../parts/variables/use-variable-edits.ts';
import { useVariableDrafts } from '../../../parts/variables/variable-drafts.ts';
import { VariableTable } from '../../../parts/variables/variable-table.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import { useRetryIncidents } from '../use-retry-incidents.ts';
import type { InstanceSelection } from '../use-selection.ts';
import { allVariablesText } from './all-variables.ts';
import { ChooseInstance } from './choose-instance.tsx';

export interface VariablesTabProps {
  readonly instance: ProcessInstanceResult;
  readonly selection: InstanceSelection;
  readonly incidents: readonly IncidentResult[];
  onSelect(elementId: string | undefined, elementInstanceKey?: string): void;
}

/** The variables of what is selected. */
export function VariablesTab({ instance, selection, incidents, onSelect }: VariablesTabProps) {
  const { elementId, scopeKey } = selection;
  const key = instance.processInstanceKey;
  if (selection.isLoading) return <PageSkeleton />;
  if (scopeKey === undefined) {
    if (elementId === undefined) return null;
    return (
      <ChooseInstance
        processInstanceKey={key}
        elementId={elementId}
        count={selection.count}
        onChoose={(chosen) => onSelect(elementId, chosen)}
      />
    );
  }
  const isRunning = instance.state === 'ACTIVE' || instance.state === 'SUSPENDED';
  const isEditable = isRunning && (scopeKey === key || selection.elementInstance?.state === 'ACTIVE');
  return (
    <ScopeVariables
      key={scopeKey}
      processInstanceKey={key}
      scopeKey={scopeKey}
      isEditable={isEditable}
      isProcess={scopeKey === key}
      incidents={incidents.filter(
        (one) => one.processInstanceKey === key && (scopeKey === key || one.elementInstanceKey === scopeKey),
      )}
    />
  );
}

interface ScopeVariablesProps {
  readonly processInstanceKey: string;
  readonly scopeKey: string;
  readonly isEditable: boolean;
  readonly isProcess: boolean;
  /** Those that a changed variable may help. */
  readonly incidents: readonly IncidentResult[];
}

function ScopeVariables({ processInstanceKey, scopeKey, isEditable, isProcess, incidents }: ScopeVariablesProps) {
  const { instance: texts, variables: variableTexts } = useTexts();
  const [nameFilter, setNameFilter] = useState('');
  const searched = useDeferredValue(nameFilter.trim());
  const drafts = useVariableDrafts(scopeKey);
  const retry = useRetryIncidents();
  const pattern = `*${searched.replaceAll(/[\\*?]/g, '\\$&')}*`;
  const variables = useApiPages(
    searchVariables,
    {
      body: {
        filter: { processInstanceKey, scopeKey, ...(searched === '' ? {} : { name: { $like: pattern } }) },
        sort: [{ field: 'name', order: 'ASC' }],
      },
    },
    { live: { valueTypes: ['VARIABLE'], processInstanceKey } },
  );
  const set = useAction(createElementInstanceVariables);

  const save = async (changes: readonly VariableChange[]) => {
    try {
      for (const isLocal of [true, false]) {
        const group = changes.filter((change) => change.isLocal === isLocal);
        if (group.length === 0) continue;
        await set.mutateAsync({
          path: { elementInstanceKey: scopeKey },
          body: {
            variables: Object.fromEntries(group.map(({ name, text }) => [name, jsonForRequest(text)])),
            local: isLocal,
          },
        });
      }
    } catch (error) {
      if (error instanceof ApiProblem) notifyProblem(variableTexts.notSaved, error);
      throw error;
    }
    notify({ kind: 'success', title: variableTexts.saved(changes.length) });
  };
  return (
    <VariableTable
      label={texts.tabs.variables}
      variables={variables}
      loadWhole={async (row) => (await call(getVariable, { path: { variableKey: row.variableKey } })).value}
      drafts={drafts}
      isEditable={isEditable}
      hasScopeChoice={!isProcess}
      onSave={save}
      {...(incidents.length === 0
        ? {}
        : {
            afterSave: {
              text: texts.incidents.saveAndRetry(incidents.length),
              run: () => retry.mutate(incidents),
            },
          })}
      nameFilter={nameFilter}
      onNameFilter={setNameFilter}
      copyAll={() => allVariablesText(processInstanceKey, scopeKey)}
      emptyText={isProcess ? texts.variables.emptyProcess : texts.variables.emptyLocal}
    />
  );
}
