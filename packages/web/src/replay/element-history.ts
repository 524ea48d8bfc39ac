/**
 * What the records tell of element instances over the whole time. The engine forgets what has ended, so the tree, the path
 * and the counts of what is over come from here; what lives is read from its state.
 */
import {
  BpmnElementType,
  BpmnEventType,
  type Key,
  type LogRecord,
  NO_KEY,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  RecordType,
  ValueType,
} from '@waggle/protocol';
import { countUpTo } from './sorted-indices.ts';

export interface ElementLife {
  readonly key: Key;
  /** The enclosing element instance; NO_KEY for the process. */
  readonly scopeKey: Key;
  /** Place of the first record of it; -1 when it had started before the records begin. */
  readonly start: number;
  /** Place of its end. */
  end: number | undefined;
  isTerminated: boolean;
  /** In order of their start. */
  readonly children: ElementLife[];
  /** What it is, and what a migration made of it: the last one at or before a place counts. */
  readonly values: { readonly index: number; readonly value: ProcessInstanceValue }[];
  called: { readonly index: number; readonly key: Key } | undefined;
}

/** Places at which something happened to an element or a flow, ascending. */
type Places = ReadonlyMap<string, readonly number[]>;

export class ElementHistory {
  readonly #lives = new Map<Key, ElementLife>();
  readonly #completed = new Map<string, number[]>();
  readonly #terminated = new Map<string, number[]>();
  readonly #flows = new Map<string, number[]>();
  readonly #instanceKey: Key;

  constructor(records: readonly LogRecord[], processInstanceKey: Key) {
    this.#instanceKey = processInstanceKey;
    for (const [index, record] of records.entries()) {
      if (record.recordType !== RecordType.EVENT || record.valueType !== ValueType.PROCESS_INSTANCE) continue;
      const value = record.value as ProcessInstanceValue;
      if (value.processInstanceKey === processInstanceKey) this.#add(index, record, value);
      else this.#addCalled(index, value);
    }
    this.#adoptScopes();
    // A scope may be told of later than what is in it, when the records begin in the middle.
    for (const life of this.#lives.values()) this.#lives.get(life.scopeKey)?.children.push(life);
  }

  get root(): ElementLife | undefined {
    return this.#lives.get(this.#instanceKey);
  }

  /** Those that had started before the records begin, outermost first. */
  get startedBefore(): readonly ElementLife[] {
    return [...this.#lives.values()]
      .filter(({ start }) => start === -1)
      .sort((left, right) => this.#depth(left) - this.#depth(right));
  }

  get(key: Key): ElementLife | undefined {
    return this.#lives.get(key);
  }

  /** Up to a place, by element. */
  completedUpTo(index: number): ReadonlyMap<string, number> {
    return countsUpTo(this.#completed, index);
  }

  terminatedUpTo(index: number): ReadonlyMap<string, number> {
    return countsUpTo(this.#terminated, index);
  }

  /** How often each sequence flow was taken. */
  flowsUpTo(index: number): ReadonlyMap<string, number> {
    return countsUpTo(this.#flows, index);
  }

  /** Keys of process instances that call activities started. */
  get called(): readonly Key[] {
    return [...this.#lives.values()].flatMap(({ called }) => (called === undefined ? [] : [called.key]));
  }

  #add(index: number, { key, intent }: LogRecord, value: ProcessInstanceValue): void {
    switch (intent) {
      case ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN:
        note(this.#flows, value.elementId, index);
        return;
      case ProcessInstanceIntent.SEQUENCE_FLOW_DELETED:
      case ProcessInstanceIntent.CANCELING:
      case ProcessInstanceIntent.SUSPENDED:
      case ProcessInstanceIntent.RESUMED:
      case ProcessInstanceIntent.RESUMING:
        return;
    }
    const life = this.#life(index, key, intent, value);
    switch (intent) {
      case ProcessInstanceIntent.ELEMENT_MIGRATED:
        life.values.push({ index, value });
        break;
      case ProcessInstanceIntent.ELEMENT_COMPLETED:
      case ProcessInstanceIntent.ELEMENT_TERMINATED:
        life.end = index;
        life.isTerminated = intent === ProcessInstanceIntent.ELEMENT_TERMINATED;
        note(life.isTerminated ? this.#terminated : this.#completed, value.elementId, index);
    }
  }

  #life(index: number, key: Key, intent: number, value: ProcessInstanceValue): ElementLife {
    const present = this.#lives.get(key);
    if (present !== undefined) return present;
    const start = intent === ProcessInstanceIntent.ELEMENT_ACTIVATING ? index : -1;
    const life: ElementLife = {
      key,
      scopeKey: value.flowScopeKey,
      start,
      end: undefined,
      isTerminated: false,
      children: [],
      values: [{ index: start, value }],
      called: undefined,
    };
    this.#lives.set(key, life);
    return life;
  }

  /** Scopes that no record is about, as when they had started before the records begin and have not ended yet. */
  #adoptScopes(): void {
    for (const { scopeKey, values } of [...this.#lives.values()]) {
      const { value } = values[0]!;
      if (scopeKey === NO_KEY || this.#lives.has(scopeKey)) continue;
      const isProcess = scopeKey === this.#instanceKey;
      if (!isProcess) this.#addUnknown(this.#instanceKey, processOf(value));
      this.#addUnknown(scopeKey, isProcess ? processOf(value) : unknownScope(value, this.#instanceKey));
    }
  }

  #addUnknown(key: Key, value: ProcessInstanceValue): void {
    this.#life(-1, key, ProcessInstanceIntent.ELEMENT_ACTIVATED, value);
  }

  #addCalled(index: number, { parentElementInstanceKey, processInstanceKey }: ProcessInstanceValue): void {
    const caller = this.#lives.get(parentElementInstanceKey);
    if (caller !== undefined) caller.called ??= { index, key: processInstanceKey };
  }

  #depth(life: ElementLife): number {
    let depth = 0;
    for (let { scopeKey } = life; scopeKey !== NO_KEY; depth++)
      scopeKey = this.#lives.get(scopeKey)?.scopeKey ?? NO_KEY;
    return depth;
  }
}

function processOf(value: ProcessInstanceValue): ProcessInstanceValue {
  return {
    ...value,
    elementId: value.bpmnProcessId,
    flowScopeKey: NO_KEY,
    bpmnElementType: BpmnElementType.PROCESS,
    bpmnEventType: BpmnEventType.UNSPECIFIED,
    loopCounter: 0,
  };
}

/** Which element it is of, nobody tells; that it lies right below the process is a guess that keeps the tree whole. */
function unknownScope(value: ProcessInstanceValue, processInstanceKey: Key): ProcessInstanceValue {
  return {
    ...processOf(value),
    elementId: '',
    flowScopeKey: processInstanceKey,
    bpmnElementType: BpmnElementType.UNSPECIFIED,
  };
}

/** What an element instance was at a place. */
export function valueAt({ values }: ElementLife, index: number): ProcessInstanceValue {
  let found = values[0]!.value;
  for (const each of values) if (each.index <= index) found = each.value;
  return found;
}

function note(places: Map<string, number[]>, id: string, index: number): void {
  const indices = places.get(id);
  if (indices === undefined) places.set(id, [index]);
  else indices.push(index);
}

function countsUpTo(places: Places, index: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [id, indices] of places) {
    const count = countUpTo(indices, index);
    if (count > 0) counts.set(id, count);
  }
  return counts;
}
