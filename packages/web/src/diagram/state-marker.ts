import type { ElementCounts } from './count-pills.tsx';

/** How an element looks by what is at it: what needs somebody before what goes on, and that before what is over. */
export function stateMarker({ active, incidents, completed, canceled }: ElementCounts): readonly string[] {
  if (incidents > 0) return ['has-incident'];
  if (active > 0) return ['is-active'];
  if (completed > 0) return ['was-taken'];
  return canceled > 0 ? ['was-canceled'] : [];
}
