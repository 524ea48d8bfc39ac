import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { DiagramOverlay } from '../../../diagram/bpmn-diagram.tsx';
import { BpmnDiagram } from '../../../diagram/lazy-bpmn-diagram.ts';
import type { Viewer } from '../../../diagram/viewer.ts';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { useIsNarrow } from '../../../parts/use-media.ts';
import type { ProcessFacts } from '../../model/process-facts.ts';
import type { ElementActions } from './element-actions.ts';
import { ElementMenu } from './element-menu.tsx';
import { PlannedBadges } from './planned-badges.tsx';
import type { Modification } from './use-modification.ts';

export interface ModificationDiagramProps {
  readonly xml: string;
  readonly facts: ProcessFacts;
  readonly modification: Modification;
  readonly selectedId: string | undefined;
  readonly isChoosingTarget: boolean;
  readonly actions: ElementActions;
  onChoose(elementId: string | undefined): void;
  onHover(elementId: string | undefined): void;
}

/** Where tokens are, where the plan takes and puts them, and what can be clicked now. */
export function ModificationDiagram(props: ModificationDiagramProps) {
  const { xml, facts, modification, selectedId, isChoosingTarget, actions } = props;
  const { plan, counts, changes } = modification;
  const isNarrow = useIsNarrow();
  const [viewer, setViewer] = useState<Viewer>();
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => viewer?.onClick((id) => latest.current.onChoose(id)), [viewer]);
  useEffect(() => viewer?.onHover((id) => latest.current.onHover(id)), [viewer]);
  useEffect(() => {
    if (selectedId !== undefined) viewer?.reveal(selectedId);
  }, [viewer, selectedId]);

  const { problemOf } = actions;
  const markers = useMemo(() => {
    const marked: Record<string, string[]> = {};
    for (const [id, count] of counts) if (count > 0) marked[id] = ['has-tokens'];
    for (const [id, { plus }] of changes) if (plus > 0) marked[id] = [...(marked[id] ?? []), 'gets-tokens'];
    if (isChoosingTarget) {
      for (const id of facts.elements.keys()) {
        marked[id] = [...(marked[id] ?? []), problemOf(id) === undefined ? 'is-possible' : 'is-refused'];
      }
    }
    return marked;
  }, [counts, changes, isChoosingTarget, facts, problemOf]);

  const selected = selectedId === undefined ? undefined : facts.elements.get(selectedId);
  const overlays: DiagramOverlay[] = [...new Set([...counts.keys(), ...changes.keys()])]
    .filter((id) => facts.elements.has(id))
    .map((id) => ({
      id: `tokens ${id}`,
      elementId: id,
      position: { top: -14, left: -8 },
      content: (
        <PlannedBadges
          count={counts.get(id) ?? 0}
          change={changes.get(id)}
          movesTo={plan.flatMap((step) =>
            step.kind === 'move' && step.elementId === id
              ? [facts.elements.get(step.targetId)?.name ?? step.targetId]
              : [],
          )}
        />
      ),
    }));
  const hasActions =
    selected !== undefined &&
    !isChoosingTarget &&
    ((counts.get(selected.id) ?? 0) > 0 || problemOf(selected.id) === undefined);
  if (hasActions && !isNarrow) {
    overlays.push({
      id: `menu ${selected.id}`,
      elementId: selected.id,
      position: { top: 0, right: -8 },
      isReadable: true,
      content: <ElementMenu element={selected} modification={modification} actions={actions} />,
    });
  }
  return (
    <div className="modification-diagram" data-choosing={isChoosingTarget || undefined}>
      <Suspense fallback={<PageSkeleton />}>
        <BpmnDiagram
          xml={xml}
          overlays={overlays}
          markers={markers}
          selectedElementId={selectedId}
          startElementId={[...counts].find(([id, count]) => count > 0 && facts.elements.has(id))?.[0]}
          onReady={setViewer}
        />
      </Suspense>
      {hasActions && isNarrow && <ElementMenu element={selected} modification={modification} actions={actions} />}
    </div>
  );
}
