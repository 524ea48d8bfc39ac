import { TrashCan } from '@carbon/icons-react';
import { Button, Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { ElementIcon } from '../../../parts/element-icon.tsx';
import type { VariableDraft, VariableDraftStore } from '../../../parts/variables/variable-drafts.ts';
import { VariableTable } from '../../../parts/variables/variable-table.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessFacts } from '../../model/process-facts.ts';
import { type AddStep, elementName, type MoveStep, withoutStep, withTokenVariable } from './modification-plan.ts';
import type { Modification } from './use-modification.ts';

export interface PlannedVariablesProps {
  readonly step: (AddStep | MoveStep) & { readonly id: number };
  readonly facts: ProcessFacts;
  readonly modification: Modification;
}

const nothing = {
  items: [],
  total: undefined,
  isLoading: false,
  isOutdated: false,
  problem: null,
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => {},
  retry: () => {},
};

/** What a planned token begins with, in its own scope or in one that is opened for it. */
export function PlannedVariables({ step, facts, modification }: PlannedVariablesProps) {
  const { modification: texts } = useTexts();
  const elementId = step.kind === 'add' ? step.elementId : step.targetId;
  const scopeIds = [elementId, ...step.openedScopeIds.filter((id) => id !== elementId)];
  const [chosen, setChosen] = useState(elementId);
  const scopeId = scopeIds.includes(chosen) ? chosen : elementId;
  const drafts: Record<string, VariableDraft> = Object.create(null);
  for (const variable of step.variables) {
    if (variable.scopeId === scopeId) drafts[variable.name] = { text: variable.text, base: undefined };
  }
  const store: VariableDraftStore = {
    drafts,
    isStored: modification.isStored,
    names: Object.keys(drafts),
    set: (name, { text }) =>
      modification.change((plan) => withTokenVariable(plan, step.id, { scopeId, name }, text), name in drafts),
    discard: (names) =>
      modification.change((plan) =>
        names.reduce((left, name) => withTokenVariable(left, step.id, { scopeId, name }, undefined), plan),
      ),
  };
  return (
    <>
      <h3 className="element-heading">
        <ElementIcon type={facts.elements.get(elementId)?.type ?? 'TASK'} />
        {texts.newToken(elementName(facts, elementId))}
        <Button
          kind="ghost"
          size="sm"
          renderIcon={TrashCan}
          onClick={() => modification.change((plan) => withoutStep(plan, step.id))}
        >
          {texts.delete}
        </Button>
      </h3>
      <p className="element-help">{texts.tokenVariablesHelp}</p>
      {scopeIds.length > 1 && (
        <Select
          id="modification-scope"
          size="sm"
          labelText={texts.inScope}
          value={scopeId}
          onChange={({ target }) => setChosen(target.value)}
        >
          {scopeIds.map((id) => (
            <SelectItem key={id} value={id} text={elementName(facts, id)} />
          ))}
        </Select>
      )}
      <section className="modification-variables" aria-label={texts.tokenVariables}>
        <VariableTable
          key={scopeId}
          label={texts.tokenVariables}
          variables={nothing}
          loadWhole={async () => 'null'}
          drafts={store}
        />
      </section>
    </>
  );
}
