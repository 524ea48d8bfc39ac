import { Button } from '@carbon/react';
import type { DecisionDefinitionResult } from '../../api/gen/api.ts';
import { KeyText } from '../../parts/key-text.tsx';
import { SplitPanes } from '../../parts/split-panes.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DecisionLogic } from './decision-logic.tsx';
import { DeleteDefinition } from './delete-definition.tsx';
import { RequirementsDiagram } from './requirements-diagram.tsx';

export interface DefinitionPaneProps {
  readonly definition: DecisionDefinitionResult;
  readonly isDrdShown: boolean;
  onDrd(isShown: boolean): void;
  /** Another decision of the model was chosen. */
  onSelect(decisionDefinitionId: string): void;
  onDeleted(): void;
}

/** The decision that the list is about: its name and version, its logic, on demand what it requires. */
export function DefinitionPane({ definition, isDrdShown, onDrd, onSelect, onDeleted }: DefinitionPaneProps) {
  const { decisions: texts, filters } = useTexts();
  const isNarrow = useIsNarrow();
  const { decisionDefinitionKey, decisionDefinitionId, name, version } = definition;
  const logic = (
    <DecisionLogic
      decisionDefinitionKey={decisionDefinitionKey}
      decisionDefinitionId={decisionDefinitionId}
      name={name}
    />
  );
  const diagram = (
    <RequirementsDiagram
      decisionDefinitionKey={decisionDefinitionKey}
      decisionDefinitionId={decisionDefinitionId}
      onSelect={onSelect}
    />
  );
  return (
    <section className="list-page" aria-labelledby="definition-name">
      <header className="definition-head">
        <h2 id="definition-name">{name === '' ? decisionDefinitionId : name}</h2>
        <span>{filters.versionNumber(version)}</span>
        <KeyText value={decisionDefinitionId} />
        <div className="list-actions">
          <Button size="sm" kind="ghost" aria-pressed={isDrdShown} onClick={() => onDrd(!isDrdShown)}>
            {isDrdShown ? texts.hideRequirements : texts.showRequirements}
          </Button>
          <DeleteDefinition definition={definition} onDeleted={onDeleted} />
        </div>
      </header>
      {!isDrdShown ? (
        logic
      ) : isNarrow ? (
        diagram
      ) : (
        <SplitPanes
          id="definition"
          direction="horizontal"
          panes={[
            { id: 'logic', name: texts.logic, size: 60, content: logic },
            { id: 'requirements', name: texts.requirements, size: 40, content: diagram },
          ]}
        />
      )}
    </section>
  );
}
