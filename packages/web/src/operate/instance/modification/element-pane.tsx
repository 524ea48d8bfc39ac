import { Button, ComboBox } from '@carbon/react';
import { useMemo } from 'react';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { ElementIcon } from '../../../parts/element-icon.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ElementFacts, ProcessFacts } from '../../model/process-facts.ts';
import type { ElementActions } from './element-actions.ts';
import { ElementMenu } from './element-menu.tsx';
import type { Step } from './modification-plan.ts';
import type { ModificationSelection } from './modification-selection.ts';
import { PlannedTokenRow } from './planned-token-row.tsx';
import { PlannedVariables } from './planned-variables.tsx';
import { ScopeVariables } from './scope-variables.tsx';
import { useElementTokens } from './use-element-tokens.ts';
import type { Modification } from './use-modification.ts';

export interface ElementPaneProps {
  readonly instance: ProcessInstanceResult;
  readonly facts: ProcessFacts;
  readonly modification: Modification;
  readonly selection: ModificationSelection | undefined;
  readonly isChoosingTarget: boolean;
  readonly actions: ElementActions;
  onChoose(elementId: string | undefined, elementInstanceKey?: string, stepId?: number): void;
}

/** The chosen element, token or planned token: what to do with it, and its variables. */
export function ElementPane(props: ElementPaneProps) {
  const { instance, facts, modification, selection, isChoosingTarget, actions, onChoose } = props;
  const { modification: texts } = useTexts();
  const elements = useMemo(
    () => [...facts.elements.values()].sort((one, other) => one.name.localeCompare(other.name)),
    [facts],
  );
  const offered = isChoosingTarget ? elements.filter(({ id }) => actions.problemOf(id) === undefined) : elements;
  const element = selection === undefined ? undefined : facts.elements.get(selection.elementId);
  const step = modification.plan.find(({ id }) => id === selection?.stepId);
  return (
    <div className="element-pane">
      <ComboBox<ElementFacts>
        id="modification-element"
        size="sm"
        titleText={texts.element}
        placeholder={texts.elementPlaceholder}
        items={offered}
        itemToString={(item) => (item === null || item === undefined ? '' : labelOf(item))}
        selectedItem={isChoosingTarget ? null : (element ?? null)}
        shouldFilterItem={({ item, inputValue }) =>
          inputValue === null ||
          (element !== undefined && inputValue === labelOf(element)) ||
          labelOf(item).toLowerCase().includes(inputValue.toLowerCase())
        }
        onChange={({ selectedItem }) => {
          if (selectedItem?.id !== element?.id || isChoosingTarget) onChoose(selectedItem?.id);
        }}
      />
      {element === undefined ? (
        <>
          <p className="element-help">{texts.elementHelp}</p>
          <ScopeVariables
            processInstanceKey={instance.processInstanceKey}
            scopeKey={instance.processInstanceKey}
            scopeName={instance.processDefinitionName ?? instance.processDefinitionId}
            title={texts.processVariables}
            modification={modification}
          />
        </>
      ) : step?.kind === 'add' || step?.kind === 'move' ? (
        <PlannedVariables step={step} facts={facts} modification={modification} />
      ) : (
        <ChosenElement {...props} element={element} />
      )}
    </div>
  );
}

function ChosenElement({
  instance,
  facts,
  element,
  modification,
  selection,
  actions,
  onChoose,
}: ElementPaneProps & { readonly element: ElementFacts }) {
  const { modification: texts } = useTexts();
  const { processInstanceKey } = instance;
  const tokens = useElementTokens(processInstanceKey, element.id);
  const only = tokens.total === 1 ? tokens.items[0]?.elementInstanceKey : undefined;
  const elementInstanceKey = selection?.elementInstanceKey ?? only;
  const problem = actions.problemOf(element.id);
  const count = modification.counts.get(element.id) ?? 0;
  return (
    <>
      <h3 className="element-heading">
        <ElementIcon type={element.type} />
        {element.name}
        <span className="element-count">{texts.tokenCount(count)}</span>
      </h3>
      <ElementMenu
        element={element}
        elementInstanceKey={selection?.elementInstanceKey}
        modification={modification}
        actions={actions}
      />
      {problem !== undefined && <p className="element-help">{texts.refused(element.name, texts.refusal[problem])}</p>}
      {count > 0 && !actions.canTake(element, undefined, true) && actions.canTake(element, undefined, false) && (
        <p className="element-help">{texts.singlePlanned}</p>
      )}
      <ul>
        {modification.plan
          .filter((step) => targetOf(step) === element.id)
          .map((step) => (
            <PlannedTokenRow
              key={step.id}
              step={step}
              facts={facts}
              isSelected={false}
              onSelect={(id) => onChoose(id, undefined, step.id)}
            />
          ))}
      </ul>
      {elementInstanceKey === undefined && tokens.items.length > 1 && (
        <section aria-label={texts.tokensOf(element.name)}>
          <ul className="scope-choices">
            {tokens.items.map((token) => (
              <li key={token.elementInstanceKey}>
                <button type="button" onClick={() => onChoose(element.id, token.elementInstanceKey)}>
                  <ElementIcon type={token.type} />
                  <code>{token.elementInstanceKey}</code>
                </button>
              </li>
            ))}
          </ul>
          {tokens.hasMore && (
            <Button kind="ghost" size="sm" disabled={tokens.isLoadingMore} onClick={tokens.loadMore}>
              {texts.tokensMore}
            </Button>
          )}
        </section>
      )}
      {elementInstanceKey !== undefined && (
        <ScopeVariables
          processInstanceKey={processInstanceKey}
          scopeKey={elementInstanceKey}
          scopeName={element.name}
          title={texts.scopeVariables(element.name)}
          modification={modification}
        />
      )}
    </>
  );
}

function targetOf(step: Step): string | undefined {
  return step.kind === 'add' ? step.elementId : step.kind === 'move' ? step.targetId : undefined;
}

function labelOf({ id, name }: ElementFacts): string {
  return id === name ? id : `${name} (${id})`;
}
