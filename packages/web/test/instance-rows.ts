/** Rows of a partition's state that belong to one process instance, whoever folded them. */
import type { StateEntry } from '@waggle/engine/fold';
import type { Key } from '@waggle/protocol';

/** Tables by element instance. */
const BY_SCOPE = new Set([
  'elementInstances',
  'elementChildren',
  'takenFlows',
  'variables',
  'multiInstances',
  'multiInstanceItems',
  'multiInstanceOutputs',
  'eventTriggers',
  'heldSubscriptions',
  'elementUserTasks',
  'elementIncidents',
  'instanceIncidents',
  'processMessageSubscriptions',
  'ownedTimers',
  'ownedConditionals',
  'ownedSignalSubscriptions',
  'suspensions',
]);

/** Tables whose rows say whose they are, directly or in their value. */
const BY_VALUE = new Set([
  'jobs',
  'userTasks',
  'incidents',
  'timers',
  'signalSubscriptions',
  'conditionalSubscriptions',
  'compensationSubscriptions',
]);

interface Owned {
  readonly processInstanceKey?: Key;
  readonly value?: { readonly processInstanceKey?: Key };
}

/** @param rows all of a state. */
export function instanceRows(rows: Iterable<StateEntry>, processInstanceKey: Key): readonly StateEntry[] {
  const all = [...rows];
  const scopes = new Set<unknown>();
  for (const [table, key, row] of all)
    if (table === 'elementInstances' && ownerOf(row) === processInstanceKey) scopes.add(key);
  return all.flatMap((entry) => {
    const [table, key] = entry;
    if (BY_SCOPE.has(String(table))) return scopes.has(key) ? [entry] : [];
    if (!BY_VALUE.has(String(table)) || ownerOf(entry.at(-1)) !== processInstanceKey) return [];
    return [table === 'userTasks' ? withoutGlobalListeners(entry) : entry];
  });
}

function ownerOf(row: unknown): Key | undefined {
  const owned = row as Owned;
  return owned.processInstanceKey ?? owned.value?.processInstanceKey;
}

/** They are the cluster's, and no record of the instance tells of them. */
function withoutGlobalListeners(entry: StateEntry): StateEntry {
  const [table, key, row] = entry;
  const { globalListeners: _, ...task } = row as { readonly globalListeners: unknown };
  return [table, key as Key, task];
}
