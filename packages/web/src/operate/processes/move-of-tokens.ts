import type { ProcessInstanceFilter } from '../../api/gen/api.ts';

/** Tokens of many instances that are going to be moved, as far as it is chosen. */
export interface MoveOfTokens {
  /** The instances. */
  readonly filter: ProcessInstanceFilter | undefined;
  readonly selectedCount: number | undefined;
  readonly source?: string;
  readonly target?: string;
  /** An element was clicked that cannot be it. */
  readonly isRefused?: true;
}

export function isMoveEnd(
  move: MoveOfTokens,
): move is MoveOfTokens & { readonly source: string; readonly target: string } {
  return move.source !== undefined && move.target !== undefined;
}

/** @param type of the element, as BPMN spells it. */
export function canBeLeft(type: string): boolean {
  return type !== 'startEvent';
}

/** The engine starts neither of these by itself. */
export function canBeReached(type: string): boolean {
  return type !== 'startEvent' && type !== 'boundaryEvent';
}
