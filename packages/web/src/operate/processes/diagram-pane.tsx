import { Button } from '@carbon/react';
import { Suspense, useMemo } from 'react';
import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import { usePreload } from '../../app/use-preload.ts';
import { countOverlay } from '../../diagram/count-pills.tsx';
import { BpmnDiagram } from '../../diagram/lazy-bpmn-diagram.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { FlowNode } from '../model/flow-nodes.ts';
import type { useProcessModel } from '../model/use-process-model.ts';
import { Landscape } from './landscape.tsx';
import type { MoveOfTokens } from './move-of-tokens.ts';
import { canBeLeft, canBeReached, isMoveEnd } from './move-of-tokens.ts';
import { ProcessHeader } from './process-header.tsx';
import { type ProcessesSearch, statesOf } from './processes-search.ts';
import type { SearchChange } from './search-change.ts';
import type { ChosenDefinition } from './use-chosen-definition.ts';
import { useDefinitionStatistics } from './use-definition-statistics.ts';

export interface DiagramPaneProps {
  readonly search: ProcessesSearch;
  readonly chosen: ChosenDefinition;
  /** The model of the version. */
  readonly source: ReturnType<typeof useProcessModel>;
  readonly elements: readonly FlowNode[];
  /** Tokens are about to be moved: clicks choose from where and to where. */
  readonly move: MoveOfTokens | undefined;
  onMove(move: MoveOfTokens | undefined): void;
  onChange(change: SearchChange): void;
}

/** The diagram of the one version that is shown, or what stands in for it. */
export function DiagramPane(props: DiagramPaneProps) {
  const { search, chosen, source } = props;
  const { processes } = useTexts();
  const { definition, versions } = chosen;
  usePreload([BpmnDiagram]);
  if (search.process === undefined) return <Landscape />;
  if (chosen.isLoading) return <PageSkeleton />;
  if (chosen.problem !== null && versions.length === 0) {
    return <ProblemNotice problem={chosen.problem} onRetry={chosen.retry} />;
  }
  const newest = versions[0];
  if (newest === undefined) {
    return <EmptyState title={processes.noSuchProcess} text={processes.noSuchProcessHelp(search.process)} />;
  }
  if (definition === undefined) {
    const title =
      search.version === undefined
        ? processes.severalVersions(versions.length)
        : processes.noSuchVersion(search.version);
    return (
      <EmptyState title={title} text={processes.severalVersionsHelp}>
        <Button size="sm" kind="tertiary" onClick={() => props.onChange({ version: newest.version })}>
          {processes.showNewest(newest.version)}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className="process-diagram">
      <ProcessHeader definition={definition} />
      {source.problem !== null && source.xml === undefined ? (
        <ProblemNotice problem={source.problem} onRetry={source.retry} />
      ) : source.xml === undefined ? (
        <PageSkeleton />
      ) : (
        <Diagram {...props} definition={definition} xml={source.xml} />
      )}
    </div>
  );
}

interface DiagramProps extends DiagramPaneProps {
  readonly definition: ProcessDefinitionResult;
  readonly xml: string;
}

function Diagram({ search, definition, xml, elements, move, onMove, onChange }: DiagramProps) {
  const { processes, parts } = useTexts();
  const { data: statistics } = useDefinitionStatistics(definition.processDefinitionKey, search);
  const states = statesOf(search);
  const showsCompleted = states.has('completed') || states.size === 0;
  const showsCanceled = states.has('canceled') || states.size === 0;
  const types = useMemo(() => new Map(elements.map(({ id, type }) => [id, type])), [elements]);
  const names = useMemo(() => new Map(elements.map(({ id, name }) => [id, name])), [elements]);
  const overlays = useMemo(
    () =>
      (statistics?.items ?? [])
        .map((counts) => ({
          ...counts,
          canceled: showsCanceled ? counts.canceled : 0,
          // What has gone through is on every element; where instances have ended is what tells something.
          completed: showsCompleted && types.get(counts.elementId) === 'endEvent' ? counts.completed : 0,
        }))
        .filter(({ active, incidents, canceled, completed }) => active + incidents + canceled + completed > 0)
        .map((counts) => countOverlay(counts.elementId, counts)),
    [statistics, showsCompleted, showsCanceled, types],
  );
  const markers = useMemo(
    () => ({
      ...(move?.source === undefined ? {} : { [move.source]: ['is-move-source'] }),
      ...(move?.target === undefined ? {} : { [move.target]: ['is-move-target'] }),
    }),
    [move],
  );
  const select = (elementId: string | undefined) => {
    if (move === undefined) {
      onChange({ element: elementId === search.element ? undefined : elementId });
    } else if (elementId !== undefined) {
      const type = types.get(elementId) ?? '';
      const { isRefused: _, ...chosen } = move;
      if (move.source === undefined) {
        onMove(canBeLeft(type) ? { ...chosen, source: elementId } : { ...chosen, isRefused: true });
      } else {
        const isPossible = canBeReached(type) && elementId !== move.source;
        onMove(isPossible ? { ...chosen, target: elementId } : { ...chosen, isRefused: true });
      }
    }
  };
  return (
    <>
      {move !== undefined && !isMoveEnd(move) && (
        <div className="move-banner" role="status">
          {move.isRefused === true && <strong>{processes.moveRefused}</strong>}
          <span>
            {move.source === undefined
              ? processes.moveSource
              : processes.moveTarget(names.get(move.source) ?? move.source)}
          </span>
          <Button kind="ghost" size="sm" onClick={() => onMove(undefined)}>
            {parts.cancel}
          </Button>
        </div>
      )}
      <Suspense fallback={<PageSkeleton />}>
        <BpmnDiagram
          xml={xml}
          overlays={overlays}
          markers={markers}
          selectedElementId={move === undefined ? search.element : undefined}
          startElementId={statistics?.items.find(({ incidents }) => incidents > 0)?.elementId}
          isSelectable={(elementId) => types.has(elementId)}
          onSelect={select}
        />
      </Suspense>
    </>
  );
}
