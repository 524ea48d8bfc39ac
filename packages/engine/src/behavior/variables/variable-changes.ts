import type { Key } from '@waggle/protocol';

/** A variable that the present step wrote, in an instance that waits for conditions. */
export interface VariableChange {
  readonly processInstanceKey: Key;
  readonly scopeKey: Key;
  readonly name: string;
  readonly kind: 'create' | 'update';
}

/** What the present step has to say to conditions, which are looked at once, when it is through. */
export class VariableChanges {
  readonly #changes: VariableChange[] = [];
  /** Conditions that held when their wait was opened: they are triggered already. */
  readonly #triggered = new Set<Key>();

  get isEmpty(): boolean {
    return this.#changes.length === 0;
  }

  add(change: VariableChange): void {
    this.#changes.push(change);
  }

  markTriggered(subscriptionKey: Key): void {
    this.#triggered.add(subscriptionKey);
  }

  isTriggered(subscriptionKey: Key): boolean {
    return this.#triggered.has(subscriptionKey);
  }

  /** By process instance. */
  byInstance(): ReadonlyMap<Key, readonly VariableChange[]> {
    return Map.groupBy(this.#changes, ({ processInstanceKey }) => processInstanceKey);
  }

  /** Called after every step, most of which have left nothing here. */
  clear(): void {
    if (this.#changes.length > 0) this.#changes.length = 0;
    if (this.#triggered.size > 0) this.#triggered.clear();
  }
}
