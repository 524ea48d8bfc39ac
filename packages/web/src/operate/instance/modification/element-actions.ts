import type { ElementFacts } from '../../model/process-facts.ts';
import type { PlacementProblem } from './token-placement.ts';

/** What can be done with an element while an instance is modified. */
export interface ElementActions {
  add(element: ElementFacts): void;
  /** @param elementInstanceKey `undefined` = all tokens of the element. */
  take(element: ElementFacts, elementInstanceKey: string | undefined, how: 'move' | 'cancel'): void;
  canTake(element: ElementFacts, elementInstanceKey: string | undefined, isMove: boolean): boolean;
  /** Why no token can be put there now. */
  problemOf(elementId: string): PlacementProblem | undefined;
}
