import type { ProcessInstanceResult } from '../../../api/gen/api.ts';

export interface ReplayPanelProps {
  readonly instance: ProcessInstanceResult;
  /** Position of a record, or `start`. */
  readonly replay: string;
  onMove(replay: string): void;
  onClose(): void;
}

/** Stands in place of the page's panes while `replay` is in the address. */
export function ReplayPanel(_: ReplayPanelProps) {
  return null;
}
