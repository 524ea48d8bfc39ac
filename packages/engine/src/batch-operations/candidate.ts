import type { ProcessValue } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/** A process instance that may be meant. */
export interface Candidate {
  readonly processing: Processing;
  readonly instance: ElementInstance;
  readonly definition: ProcessValue;
  /** Counts rows looked at, so that a page ends in time. */
  readonly meter: { rows: number };
}

/** Whether the instance or an element in it, however deep, passes. Elements of called instances are not its own. */
export function someElement(
  { processing, instance, meter }: Candidate,
  test: (element: ElementInstance) => boolean,
): boolean {
  const { elementInstances, elementChildren } = processing.state;
  const left: ElementInstance[] = [instance];
  for (let element = left.pop(); element !== undefined; element = left.pop()) {
    meter.rows++;
    if (test(element)) return true;
    if (element.childCount === 0) continue;
    elementChildren.forEach(element.key, (key) => {
      const child = elementInstances.get(key);
      if (child !== undefined) left.push(child);
    });
  }
  return false;
}
