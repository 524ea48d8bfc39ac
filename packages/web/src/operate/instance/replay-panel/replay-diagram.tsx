import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ApiProblem } from '../../../api/api-problem.ts';
import { countOverlay, type ElementCounts } from '../../../diagram/count-pills.tsx';
import { BpmnDiagram } from '../../../diagram/lazy-bpmn-diagram.ts';
import { stateMarker } from '../../../diagram/state-marker.ts';
import type { Viewer } from '../../../diagram/viewer.ts';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useIsNarrow, useMedia } from '../../../parts/use-media.ts';
import type { ElementCounts as MomentElementCounts } from '../../../replay/index.ts';
import type { ProcessModel } from '../../model/process-model.ts';
import type { MomentView } from './worker/moment-view.ts';

export interface ReplayDiagramProps {
  /** Of the definition the instance had at that moment. */
  readonly xml: string | undefined;
  readonly model: ProcessModel | undefined;
  readonly problem: ApiProblem | null;
  readonly view: MomentView | undefined;
  readonly isPlaying: boolean;
  readonly elementId: string | undefined;
  onRetry(): void;
  onSelect(elementId: string | undefined): void;
}

/** A token is on its way so long. */
const TOKEN_MS = 200;

/** The model as the instance stood in it at the moment: tokens, the way so far, and what is just happening. */
export function ReplayDiagram(props: ReplayDiagramProps) {
  const { xml, model, problem, view, isPlaying, elementId, onRetry, onSelect } = props;
  const [viewer, setViewer] = useState<Viewer>();
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const isNarrow = useIsNarrow();
  const shownIndex = useRef(-1);

  const followedId = view === undefined ? undefined : whereItHappens(view, model);
  useEffect(() => {
    // A small pane shows a part: it goes along with what happens.
    if (isNarrow && followedId !== undefined) viewer?.reveal(followedId);
  }, [viewer, isNarrow, followedId]);

  const markers = useMemo(() => {
    const marked: Record<string, readonly string[]> = {};
    if (view === undefined) return marked;
    const { moment, takenFlows, waitingTokens, counts } = view;
    for (const [id] of takenFlows) marked[id] = ['was-taken'];
    for (const [id] of waitingTokens) marked[id] = ['was-taken', 'has-token'];
    for (const [id, present] of counts) marked[id] = stateMarker(elementCounts(present));
    if (moment.elementId !== '') marked[moment.elementId] = [...(marked[moment.elementId] ?? []), 'is-now'];
    return marked;
  }, [view]);

  const overlays = useMemo(
    () =>
      (view?.counts ?? [])
        .filter(([id]) => model?.elements.get(id)?.type !== 'process')
        .map(([id, present]) => countOverlay(id, elementCounts(present))),
    [view, model],
  );

  useEffect(() => {
    if (view === undefined) return;
    const before = shownIndex.current;
    const { index, topic, elementId: flowId } = view.moment;
    shownIndex.current = index;
    const isForward = before >= 0 && index > before;
    if (topic === 'flow' && isForward && isPlaying && !isStill) viewer?.moveToken(flowId, TOKEN_MS);
  }, [view, viewer, isPlaying, isStill]);

  if (problem !== null && xml === undefined) return <ProblemNotice problem={problem} onRetry={onRetry} />;
  if (xml === undefined) return <PageSkeleton />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <BpmnDiagram
        xml={xml}
        overlays={overlays}
        markers={markers}
        selectedElementId={elementId}
        isSelectable={(id) => model?.isShape(id) === true}
        onSelect={(id) => onSelect(id === elementId ? undefined : id)}
        onReady={setViewer}
      />
    </Suspense>
  );
}

function elementCounts({ active, withIncident, completed, terminated }: MomentElementCounts): ElementCounts {
  return { active: active - withIncident, incidents: withIncident, completed, canceled: terminated };
}

/** The element that the moment is about; when it is about a flow or all of the instance, one that is active. */
function whereItHappens({ moment, counts }: MomentView, model: ProcessModel | undefined): string | undefined {
  const type = model?.elements.get(moment.elementId)?.type;
  if (type !== undefined && type !== 'process' && type !== 'sequenceFlow') return moment.elementId;
  return counts.find(([id, { active }]) => active > 0 && model?.elements.get(id)?.type !== 'process')?.[0];
}
