/** Several replays as one sequence: what happened to an instance and to those it called, in the order of the log. */
import {
  type Key,
  type LogRecord,
  NO_KEY,
  type ProcessInstanceValue,
  type RecordOf,
  RecordType,
  ValueType,
} from '@waggle/protocol';
import type { MomentState } from '../moment-state.ts';
import type { Replay } from '../replay.ts';

/** Where a test finds an instance: how many of its process started before it. */
interface Place {
  readonly processId: string;
  readonly place: number;
}

export class Story {
  readonly root: Replay;
  readonly replays: readonly Replay[];
  /** Each once. */
  readonly records: readonly LogRecord[];
  readonly #byPosition: ReadonlyMap<number, LogRecord>;
  readonly #caused = new Map<number, LogRecord[]>();
  readonly #elements = new Map<Key, { readonly elementId: string; readonly processInstanceKey: Key }>();
  readonly #places = new Map<string, Place>();
  readonly #firstEvents = new Map<string, LogRecord>();

  constructor(root: Replay, called: readonly Replay[]) {
    this.root = root;
    this.replays = [root, ...called];
    const byPosition = new Map(
      this.replays.flatMap(({ records }) => records.map((each) => [each.position, each] as const)),
    );
    this.#byPosition = byPosition;
    this.records = [...byPosition.values()].sort((left, right) => left.position - right.position);
    for (const record of this.records) this.#add(record);
  }

  /** Events that a command led to at once; empty when it was rejected. */
  causedBy(position: number): readonly LogRecord[] {
    return this.#caused.get(position) ?? [];
  }

  /** What came from outside and led to a record, as far as the history has it. */
  causeOf(record: LogRecord): LogRecord {
    let cause = record;
    for (;;) {
      const source = this.#byPosition.get(cause.sourceRecordPosition);
      if (source === undefined) return cause;
      cause = source;
    }
  }

  /** The first event about something: of a job that it was created. */
  firstEvent<Type extends ValueType>(valueType: Type, key: Key): RecordOf<Type> | undefined {
    return this.#firstEvents.get(`${valueType} ${key}`) as RecordOf<Type> | undefined;
  }

  /** The replays as they were before a record. */
  before(position: number): readonly MomentState[] {
    return this.replays.flatMap((replay) => {
      const index = replay.indexOf(position - 1);
      return index < 0 ? [] : [replay.at(index)];
    });
  }

  elementIdOf(elementInstanceKey: Key): string | undefined {
    return this.#elements.get(elementInstanceKey)?.elementId;
  }

  /** An expression for the handle of the instance that an element instance belongs to. */
  handleOf(elementInstanceKey: Key): string | undefined {
    const instanceKey = this.#elements.get(elementInstanceKey)?.processInstanceKey ?? elementInstanceKey;
    if (String(instanceKey) === this.root.processInstanceKey) return 'instance';
    const found = this.#places.get(String(instanceKey));
    return found && `engine.instances(${JSON.stringify(found.processId)})[${found.place}]!`;
  }

  #add(record: LogRecord): void {
    const { key, recordType, sourceRecordPosition, valueType } = record;
    if (recordType !== RecordType.EVENT) return;
    const name = `${valueType} ${key}`;
    if (!this.#firstEvents.has(name)) this.#firstEvents.set(name, record);
    const caused = this.#caused.get(sourceRecordPosition);
    if (caused === undefined) this.#caused.set(sourceRecordPosition, [record]);
    else caused.push(record);
    if (valueType !== ValueType.PROCESS_INSTANCE) return;
    const { elementId, flowScopeKey, processInstanceKey, bpmnProcessId } = record.value as ProcessInstanceValue;
    this.#elements.set(key, { elementId, processInstanceKey });
    if (flowScopeKey !== NO_KEY || key !== processInstanceKey || this.#places.has(String(key))) return;
    const place = [...this.#places.values()].filter(({ processId }) => processId === bpmnProcessId).length;
    this.#places.set(String(key), { processId: bpmnProcessId, place });
  }
}
