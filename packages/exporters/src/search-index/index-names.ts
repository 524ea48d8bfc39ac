/**
 * Names as Zeebe's exporters have them, so that whoever reads its indices reads ours:
 *
 *     index       zeebe-record_process-instance_8.9.0_2026-11-21
 *     template    zeebe-record_process-instance_8.9.0          over zeebe-record_process-instance_8.9.0_*
 *     alias       zeebe-record-process-instance
 *     component   zeebe-record-8.9.0
 */
import { BROKER_VERSION, type LogRecord, type ValueType, valueTypeName } from '@waggle/protocol';
import { dateSuffix } from './date-suffix.ts';
import { ExporterArgumentError } from './errors.ts';

/** Names of indices remembered: value types times the minutes a batch may span. */
const NAMES_MAX = 10_000;

export class IndexNames {
  readonly #prefix: string;
  readonly #suffix: (timestampMs: number) => string;
  readonly #templates = new Map<ValueType, string>();
  readonly #names = new Map<string, string>();

  constructor({ prefix, suffixDatePattern }: { readonly prefix: string; readonly suffixDatePattern: string }) {
    this.#prefix = prefix;
    const suffix = dateSuffix(suffixDatePattern);
    if (suffix === undefined) {
      throw new ExporterArgumentError(
        `Expected a pattern of dates such as yyyy-MM-dd, but it is "${suffixDatePattern}"`,
      );
    }
    this.#suffix = suffix;
  }

  /** Of the shared part of all index templates. */
  get component(): string {
    return `${this.#prefix}-${BROKER_VERSION}`;
  }

  /** Matches every index of this exporter. */
  get allIndices(): string {
    return `${this.#prefix}_*`;
  }

  template(valueType: ValueType): string {
    let name = this.#templates.get(valueType);
    if (name === undefined) {
      name = `${this.#prefix}_${dashed(valueType)}_${BROKER_VERSION}`;
      this.#templates.set(valueType, name);
    }
    return name;
  }

  alias(valueType: ValueType): string {
    return `${this.#prefix}-${dashed(valueType)}`;
  }

  index({ valueType, timestamp }: Pick<LogRecord, 'valueType' | 'timestamp'>): string {
    const minute = Math.floor(timestamp / 60_000);
    const id = `${valueType}.${minute}`;
    let name = this.#names.get(id);
    if (name === undefined) {
      if (this.#names.size >= NAMES_MAX) this.#names.clear();
      name = `${this.template(valueType)}_${this.#suffix(timestamp)}`;
      this.#names.set(id, name);
    }
    return name;
  }
}

function dashed(valueType: ValueType): string {
  return valueTypeName(valueType).toLowerCase().replaceAll('_', '-');
}
