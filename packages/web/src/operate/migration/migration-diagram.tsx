import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { BpmnDiagram } from '../../diagram/lazy-bpmn-diagram.ts';
import type { Viewer } from '../../diagram/viewer.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { useFormats, useTexts } from '../../texts/use-texts.ts';

export interface MigrationDiagramProps {
  readonly xml: string;
  /** CSS classes by element. */
  readonly markers: Readonly<Record<string, readonly string[]>>;
  /** Instances waiting at elements. */
  readonly counts?: ReadonlyMap<string, number>;
  readonly selectedId: string | undefined;
  onChoose(elementId: string | undefined): void;
}

export function MigrationDiagram(props: MigrationDiagramProps) {
  const { xml, markers, counts, selectedId } = props;
  const { migration: texts } = useTexts();
  const formats = useFormats();
  const [viewer, setViewer] = useState<Viewer>();
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => viewer?.onClick((id) => latest.current.onChoose(id)), [viewer]);
  useEffect(() => {
    if (selectedId !== undefined) viewer?.reveal(selectedId);
  }, [viewer, selectedId]);
  const overlays = useMemo(
    () =>
      [...(counts ?? [])]
        .filter(([, count]) => count > 0)
        .map(([elementId, count]) => ({
          id: `count ${elementId}`,
          elementId,
          position: { top: -14, left: -8 },
          content: (
            <span className="migration-count" data-look="active" title={texts.tokensHelp}>
              {formats.compact(count)}
            </span>
          ),
        })),
    [counts, formats, texts],
  );
  return (
    <Suspense fallback={<PageSkeleton />}>
      <BpmnDiagram
        xml={xml}
        overlays={overlays}
        markers={markers}
        selectedElementId={selectedId}
        startElementId={mostWaitingIn(counts)}
        onReady={setViewer}
      />
    </Suspense>
  );
}

function mostWaitingIn(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  return [...(counts ?? [])].reduce<readonly [string, number] | undefined>(
    (most, one) => (one[1] > (most?.[1] ?? 0) ? one : most),
    undefined,
  )?.[0];
}
