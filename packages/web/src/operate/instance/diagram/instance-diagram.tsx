import { Suspense, useEffect, useMemo, useState } from 'react';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import type { DiagramOverlay } from '../../../diagram/bpmn-diagram.tsx';
import { countOverlay } from '../../../diagram/count-pills.tsx';
import { BpmnDiagram } from '../../../diagram/lazy-bpmn-diagram.ts';
import { stateMarker } from '../../../diagram/state-marker.ts';
import type { Viewer } from '../../../diagram/viewer.ts';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { useProcessModel } from '../../model/use-process-model.ts';
import { useInstanceStatistics } from '../use-instance-statistics.ts';
import { useSequenceFlows } from '../use-sequence-flows.ts';
import { useWaitStates } from '../use-wait-states.ts';
import { ElementLinks } from './element-links.tsx';
import { useElementLinks } from './use-element-links.ts';
import { WaitStateCard } from './wait-state-card.tsx';

// While the model is asked for.
void BpmnDiagram.preload();

export interface InstanceDiagramProps {
  readonly instance: ProcessInstanceResult;
  /** The model it runs. */
  readonly source: ReturnType<typeof useProcessModel>;
  readonly elementId: string | undefined;
  onSelect(elementId: string | undefined): void;
}

/** The model with what became of this instance: the way it took, counts by element, what it waits for and led to. */
export function InstanceDiagram({ instance, source, elementId, onSelect }: InstanceDiagramProps) {
  const key = instance.processInstanceKey;
  const { xml, model, problem, retry } = source;
  const statistics = useInstanceStatistics(key);
  const flows = useSequenceFlows(key);
  const links = useElementLinks(key);
  const [viewer, setViewer] = useState<Viewer>();
  const [hoveredId, setHoveredId] = useState<string>();
  const waitedOn = hoveredId ?? elementId;
  const isWaiting = statistics.data?.items.some((counts) => counts.elementId === waitedOn && counts.active > 0);
  const waitStates = useWaitStates(key, waitedOn !== undefined && isWaiting ? { elementId: waitedOn } : undefined);

  useEffect(() => viewer?.onHover(setHoveredId), [viewer]);
  useEffect(() => {
    if (elementId !== undefined) viewer?.reveal(elementId);
  }, [viewer, elementId]);

  const markers = useMemo(() => {
    const marked: Record<string, readonly string[]> = {};
    for (const flow of flows.data?.items ?? []) marked[flow.elementId] = ['was-taken'];
    for (const counts of statistics.data?.items ?? []) marked[counts.elementId] = stateMarker(counts);
    return marked;
  }, [flows.data, statistics.data]);

  const startElementId = useMemo(() => {
    const items = (statistics.data?.items ?? []).filter(
      ({ elementId: id }) => model?.elements.get(id)?.type !== 'process',
    );
    const one = items.find(({ incidents }) => incidents > 0) ?? items.find(({ active }) => active > 0);
    return one?.elementId;
  }, [statistics.data, model]);

  const overlays = useMemo(() => {
    const added: DiagramOverlay[] = [];
    for (const counts of statistics.data?.items ?? []) {
      const id = counts.elementId;
      if (model?.elements.get(id)?.type === 'process') continue;
      added.push(countOverlay(id, counts));
    }
    for (const [id, targets] of links) {
      added.push({
        id: `links ${id}`,
        elementId: id,
        position: { top: -15, right: 15 },
        content: <ElementLinks elementId={id} targets={targets} />,
      });
    }
    const waiting = waitStates.filter((state) => state.elementId === waitedOn);
    if (waitedOn !== undefined && waiting.length > 0) {
      added.push({
        id: `waiting ${waitedOn}`,
        elementId: waitedOn,
        position: { bottom: -8, left: 0 },
        content: <WaitStateCard states={waiting} />,
      });
    }
    return added;
  }, [statistics.data, model, links, waitStates, waitedOn]);

  if (problem !== null && xml === undefined) return <ProblemNotice problem={problem} onRetry={retry} />;
  if (xml === undefined) return <PageSkeleton />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <BpmnDiagram
        xml={xml}
        overlays={overlays}
        markers={markers}
        selectedElementId={elementId}
        startElementId={startElementId}
        isSelectable={(id) => model?.isShape(id) === true}
        onSelect={onSelect}
        onReady={setViewer}
      />
    </Suspense>
  );
}
