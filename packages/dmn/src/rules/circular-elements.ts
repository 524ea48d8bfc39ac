import type { DmnModel, DrgElement } from '../model/dmn-model.ts';
import { requirementsOf, serviceReferences } from '../model/requirements.ts';

/**
 * The elements of a document that require themselves, or lie between such. Whatever requires nothing (any more) is taken
 * away until nothing more can be, then the same from the other side; all in loops, since chains are thousands long.
 */
export function circularElements({ elements }: DmnModel): readonly DrgElement[] {
  const requires = new Map<DrgElement, DrgElement[]>(elements.map((element) => [element, dependenciesOf(element)]));
  const requiredBy = new Map<DrgElement, DrgElement[]>(elements.map((element) => [element, []]));
  for (const [element, required] of requires) for (const other of required) requiredBy.get(other)?.push(element);
  const left = new Set(elements);
  takeAway(left, requires, requiredBy);
  takeAway(left, requiredBy, requires);
  return [...left];
}

function dependenciesOf(element: DrgElement): DrgElement[] {
  const references =
    element.kind === 'decisionService'
      ? [...serviceReferences(element, 'outputDecision'), ...serviceReferences(element, 'encapsulatedDecision')]
      : requirementsOf(element);
  // Imports lead to no circle, so neither do references to other documents.
  return references.flatMap(({ target, through }) => (target === undefined || through !== undefined ? [] : target));
}

/** Takes away everything without outgoing edges to what is left. */
function takeAway(
  left: Set<DrgElement>,
  outgoing: ReadonlyMap<DrgElement, readonly DrgElement[]>,
  incoming: ReadonlyMap<DrgElement, readonly DrgElement[]>,
): void {
  const counts = new Map(
    [...left].map((element) => [element, outgoing.get(element)?.filter((other) => left.has(other)).length ?? 0]),
  );
  const free = [...left].filter((element) => counts.get(element) === 0);
  for (let element = free.pop(); element !== undefined; element = free.pop()) {
    left.delete(element);
    for (const other of incoming.get(element) ?? []) {
      const count = (counts.get(other) ?? 0) - 1;
      counts.set(other, count);
      if (count === 0) free.push(other);
    }
  }
}
