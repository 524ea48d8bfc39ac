import { lazy, Suspense } from 'react';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';

const ReplayView = lazy(async () => ({ default: (await import('./replay-view.tsx')).ReplayView }));

export interface ReplayPanelProps {
  readonly instance: ProcessInstanceResult;
  /** Position of a record, or `start`. */
  readonly replay: number | 'start';
  /** Id of the selected element. */
  readonly element: string | undefined;
  /** Key of the selected element instance: its variables are shown. */
  readonly elementInstance: string | undefined;
  /** @param position of the moment that is looked at. */
  onMove(position: number): void;
  onSelect(element: string | undefined, elementInstance?: string): void;
  onClose(): void;
}

/** Stands in place of the page's panes while `replay` is in the address. Loaded when somebody looks at the past. */
export function ReplayPanel(props: ReplayPanelProps) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <ReplayView {...props} />
    </Suspense>
  );
}
