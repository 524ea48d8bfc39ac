import type { ProcessInstanceResult } from '../../../api/gen/api.ts';

export interface ModificationModeProps {
  readonly instance: ProcessInstanceResult;
  readonly elementId: string | undefined;
  onClose(): void;
}

/** Stands above the page's panes while `mode=modify` is in the address. */
export function ModificationMode(_: ModificationModeProps) {
  return null;
}
