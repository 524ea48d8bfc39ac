import { type Key, type LogRecord, RecordType, ValueType, VariableIntent, type VariableValue } from '@waggle/protocol';

interface Change {
  readonly index: number;
  readonly key: Key;
  /** JSON text. */
  readonly value: string;
}

/** Variables of scopes that have ended, whose rows the engine removes: the values they had last. */
export class VariableHistory {
  readonly #scopes = new Map<Key, Map<string, Change[]>>();

  constructor(records: readonly LogRecord[]) {
    for (const [index, record] of records.entries()) {
      if (record.recordType !== RecordType.EVENT || record.valueType !== ValueType.VARIABLE) continue;
      if (record.intent === VariableIntent.MIGRATED) continue;
      const { scopeKey, name, value } = record.value as VariableValue;
      const scope = this.#scopes.get(scopeKey) ?? new Map<string, Change[]>();
      this.#scopes.set(scopeKey, scope);
      const changes = scope.get(name);
      const change = { index, key: record.key, value };
      if (changes === undefined) scope.set(name, [change]);
      else changes.push(change);
    }
  }

  /** The variables of a scope as they were at a place, by name. */
  at(scopeKey: Key, index: number): ReadonlyMap<string, Change> {
    const found = new Map<string, Change>();
    for (const [name, changes] of this.#scopes.get(scopeKey) ?? []) {
      const change = changes.findLast((each) => each.index <= index);
      if (change !== undefined) found.set(name, change);
    }
    return found;
  }
}
