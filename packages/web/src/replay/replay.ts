/**
 * A process instance as it was at any of its records: what the engine recorded, folded again by the engine's own appliers.
 * Pure: records in, views out; fetching them and showing the views is somebody else's.
 */
import { type Key, type LogRecord, type ProcessInstanceValue, parseKey, RecordType, ValueType } from '@waggle/protocol';
import { beginningOf } from './beginning.ts';
import { ElementHistory } from './element-history.ts';
import { isIncidentStart, type Moment, momentOf } from './moment.ts';
import { MomentState } from './moment-state.ts';
import type { ReplayProblem } from './replay-problem.ts';
import { countUpTo } from './sorted-indices.ts';
import { StateFold } from './state-fold.ts';
import { VariableHistory } from './variable-history.ts';

export interface ReplayOptions {
  readonly processInstanceKey: string;
  /** Those of the instance, see readRecordLines. Any order; one that comes twice counts once. */
  readonly records: readonly LogRecord[];
  /** What reading them met. */
  readonly problems?: readonly ReplayProblem[];
}

/** Opens what was recorded of an instance. Folds it once, some microseconds a record; from then on every moment is near. */
export function openReplay(options: ReplayOptions): Replay {
  return new Replay(options);
}

export class Replay {
  readonly processInstanceKey: string;
  /** What the moments are of. */
  readonly records: readonly LogRecord[];
  /** Why it shows less than what happened; empty when all is well. */
  readonly problems: readonly ReplayProblem[];
  readonly #key: Key;
  readonly #fold: StateFold;
  readonly #elements: ElementHistory;
  readonly #variables: VariableHistory;
  readonly #positions: readonly number[];
  readonly #incidents: readonly number[];

  /** @throws {RangeError} the key is none. */
  constructor({ processInstanceKey, records, problems = [] }: ReplayOptions) {
    const key = parseKey(processInstanceKey);
    if (key === undefined)
      throw new RangeError(`Expected the key of a process instance, but got '${processInstanceKey}'`);
    this.processInstanceKey = processInstanceKey;
    this.#key = key;
    const ordered = inOrder(records);
    this.records = ordered.filter((record) => !isForeign(record, key));
    this.#elements = new ElementHistory(this.records, key);
    this.#variables = new VariableHistory(this.records);
    this.#positions = this.records.map(({ position }) => position);
    this.#incidents = [...this.records.keys()].filter((index) => isIncidentStart(this.records[index]!));
    this.#fold = new StateFold(this.records, beginningOf(this.#elements.startedBefore));
    this.#fold.seek(this.records.length);
    this.problems = [...problems, ...this.#findProblems(ordered)];
  }

  /** Number of moments. */
  get length(): number {
    return this.records.length;
  }

  /** @param index from 0. @throws {RangeError} there is no such moment. */
  moment(index: number): Moment {
    return momentOf(this.#record(index), index);
  }

  /** The instance when the record of this moment had happened. @throws {RangeError} there is no such moment. */
  at(index: number): MomentState {
    const { position, timestamp } = this.#record(index);
    return new MomentState({
      index,
      position,
      timestamp,
      processInstanceKey: this.#key,
      state: () => this.#fold.seek(index + 1),
      elements: this.#elements,
      variables: this.#variables,
    });
  }

  /** The last moment at or before a position of the log; -1 when all are behind it. */
  indexOf(position: number): number {
    return countUpTo(this.#positions, position) - 1;
  }

  /** The last moment at or before a time; -1 when all are behind it. @param timestamp epoch ms. */
  indexAtTime(timestamp: number): number {
    // The clock of a server may be set back: what counts is the order of the records.
    return this.records.findLastIndex((record) => record.timestamp <= timestamp);
  }

  /** The next moment behind this one at which an incident arises. */
  nextIncident(from: number): number | undefined {
    return this.#incidents[countUpTo(this.#incidents, from)];
  }

  previousIncident(from: number): number | undefined {
    return this.#incidents[countUpTo(this.#incidents, from - 1) - 1];
  }

  /** The next moment behind this one at which something happened: commands are skipped. */
  nextEvent(from: number): number | undefined {
    for (let index = Math.max(from + 1, 0); index < this.length; index++) {
      if (this.records[index]!.recordType === RecordType.EVENT) return index;
    }
    return undefined;
  }

  previousEvent(from: number): number | undefined {
    for (let index = Math.min(from, this.length) - 1; index >= 0; index--) {
      if (this.records[index]!.recordType === RecordType.EVENT) return index;
    }
    return undefined;
  }

  /** Process instances that it called, in the order they started; their records are their own. */
  get calledProcessInstanceKeys(): readonly string[] {
    return this.#elements.called.map(String);
  }

  #record(index: number): LogRecord {
    const record = this.records[index];
    if (record !== undefined) return record;
    throw new RangeError(`Expected a moment from 0 to ${this.records.length - 1}, but got ${index}`);
  }

  #findProblems(ordered: readonly LogRecord[]): ReplayProblem[] {
    const problems: ReplayProblem[] = [];
    const foreign = ordered.length - this.records.length;
    if (foreign > 0) {
      problems.push({
        kind: 'foreignRecords',
        message: `Expected only records of the process instance ${this.processInstanceKey}, but ${foreign} tell of others. They are left out.`,
      });
    }
    const [first] = this.records;
    if (first === undefined) {
      problems.push({
        kind: 'noRecords',
        message: `Expected records of the process instance ${this.processInstanceKey}, but none are kept. They are removed after some days, which the server's option --record-history-days sets.`,
      });
    } else if (this.#elements.startedBefore.length > 0 || this.#elements.root === undefined) {
      problems.push({
        kind: 'missingStart',
        message: `Expected the records from the start of the process instance, but the oldest that is kept is of ${new Date(first.timestamp).toISOString()}. What had happened before is shown as far as later records tell it.`,
        index: 0,
      });
    }
    const [refused, ...others] = this.#fold.refused;
    if (refused !== undefined) {
      const count = others.length + 1;
      problems.push({
        kind: 'unfoldable',
        message: `Expected every record to fit what was before it, but ${count} ${count === 1 ? 'does' : 'do'} not and ${count === 1 ? 'is' : 'are'} left out, the first at position ${this.records[refused.index]!.position}: ${refused.message}`,
        index: refused.index,
      });
    }
    return problems;
  }
}

function inOrder(records: readonly LogRecord[]): readonly LogRecord[] {
  const byPosition = new Map(records.map((record) => [record.position, record]));
  return [...byPosition.values()].sort((left, right) => left.position - right.position);
}

/** Of another instance, and not the start or end of one that this instance called. Commands may be: they caused something here. */
function isForeign({ key, recordType, valueType, value }: LogRecord, processInstanceKey: Key): boolean {
  if (recordType !== RecordType.EVENT || !('processInstanceKey' in value)) return false;
  if (value.processInstanceKey === processInstanceKey || value.processInstanceKey < 0n) return false;
  if (valueType !== ValueType.PROCESS_INSTANCE) return true;
  const { parentProcessInstanceKey } = value as ProcessInstanceValue;
  return key !== value.processInstanceKey || parentProcessInstanceKey !== processInstanceKey;
}
