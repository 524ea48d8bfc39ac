/**
 * Forgets what nobody needs any more: what has ended long enough ago, and what clients asked to forget.
 *
 * 1. It works in steps, each a transaction of bounded size between two of the export, so neither the export nor searches wait.
 * 2. An instance is gone at once, for all who look; rows that belong to it go with it or, when there are many, step by step
 *    behind it. Which do is noted in the same transaction, so nothing is left behind whatever dies when.
 * 3. Called instances go with their caller: forgetting one makes those it called due.
 */
import type { Key } from '@waggle/protocol';
import { type CellValue, tables } from '@waggle/secondary-storage';
import { FORGET_ENDED_ELEMENTS } from '../ended-element-counts.ts';
import { KEYS_MAX, type StoreTransaction, withKeys } from '../store-transaction.ts';
import type { StoreWriter } from '../store-writer.ts';
import { agingTables, datedTables, deleteSome, dependentsOf } from './removal-plan.ts';
import type { RetentionSettings } from './retention-settings.ts';

/** Instances of a step: some hundred rows each at most, or the next limit counts. */
const INSTANCES_MAX = 100;
/** Rows that one transaction removes: some ten milliseconds. */
const ROWS_MAX = 2_000;
/** Definitions whose history is to be forgotten; each is looked at in every pass until its last instance has ended. */
const DEFINITIONS_MAX = 1_000;

/** Of the time, since everything older is due too. */
const DUE_NOW = 0;

export interface Removed {
  readonly processInstances: number;
  /** Those of one step; absent in sums. */
  readonly processInstanceKeys?: readonly Key[];
  /** Of all tables. */
  readonly rows: number;
  /** How long ago the first of the instances that were due should have gone. */
  readonly lateMs: number;
}

const ofInstances = dependentsOf('process_instance');
const ofDefinitions = dependentsOf('process_definition');
const ofRequirements = dependentsOf('decision_requirements');

export class Retention {
  readonly #writer: Pick<StoreWriter, 'transact'>;
  readonly #settings: RetentionSettings;

  constructor(writer: Pick<StoreWriter, 'transact'>, settings: RetentionSettings) {
    this.#writer = writer;
    this.#settings = settings;
  }

  /**
   * Removes some of what is due, in one transaction.
   * @param nowMs epoch milliseconds.
   * @returns what was removed; `undefined` = nothing was due.
   * @throws the database failed; nothing of the step happened.
   */
  step(nowMs: number): Promise<Removed | undefined> {
    return this.#removeFirst(sources.map((source) => (work) => source(work, nowMs, this.#settings)));
  }

  /** Removes some of what clients asked to forget, so that the next search does not find it any more; like `step`. */
  removeAsked(): Promise<Removed | undefined> {
    return this.#removeFirst(askedSources);
  }

  /** One transaction with the first of these that finds anything. */
  #removeFirst(from: readonly AskedSource[]): Promise<Removed | undefined> {
    return this.#writer.transact(async (transaction) => {
      const work = new Work(transaction);
      for (const source of from) {
        await source(work);
        if (work.hasDoneAnything) return work.removed;
      }
      return undefined;
    });
  }
}

/** Counts what a transaction does. */
class Work {
  readonly transaction: StoreTransaction;
  processInstances = 0;
  readonly processInstanceKeys: Key[] = [];
  rows = 0;
  lateMs = 0;
  hasDoneAnything = false;

  constructor(transaction: StoreTransaction) {
    this.transaction = transaction;
  }

  get removed(): Removed {
    const { processInstances, processInstanceKeys, rows, lateMs } = this;
    return { processInstances, processInstanceKeys, rows, lateMs };
  }

  /** Rows this transaction may still remove. */
  get rest(): number {
    return ROWS_MAX - this.rows;
  }

  async remove(sql: string, parameters: readonly CellValue[]): Promise<number> {
    const count = await this.transaction.run(sql, parameters);
    this.rows += count;
    this.hasDoneAnything ||= count > 0;
    return count;
  }

  /** @returns whether all is gone. */
  async removeDependents(dependents: ReturnType<typeof dependentsOf>, keys: readonly bigint[]): Promise<boolean> {
    for (const { sql } of dependents) {
      const { rest } = this;
      if (rest <= 0 || (await this.remove(...withKeys(sql, keys, rest))) === rest) return false;
    }
    return true;
  }
}

type Source = (work: Work, nowMs: number, settings: RetentionSettings) => Promise<void>;

type AskedSource = (work: Work) => Promise<void>;

const askedSources: readonly AskedSource[] = [removeAskedInstances, removeAskedDefinitions, removeAskedRequirements];

/** In this order: what was begun, what was asked for, what is due. */
const sources: readonly Source[] = [
  removeRestOfInstances,
  ...askedSources,
  removeDueInstances,
  removeDated,
  removeAged,
];

async function removeRestOfInstances(work: Work): Promise<void> {
  const keys = await work.transaction.keys('SELECT process_instance_key FROM removed_process_instance LIMIT ?', [
    INSTANCES_MAX,
  ]);
  if (keys.length === 0) return;
  work.hasDoneAnything = true;
  if (!(await removeRows(work, keys))) return;
  await work.transaction.run(
    ...withKeys('DELETE FROM removed_process_instance WHERE process_instance_key IN (?)', keys),
  );
}

async function removeAskedInstances(work: Work): Promise<void> {
  const keys = await work.transaction.keys(
    "SELECT resource_key FROM history_deletion WHERE resource_type = 'PROCESS_INSTANCE' LIMIT ?",
    [INSTANCES_MAX],
  );
  if (keys.length === 0) return;
  await forgetInstances(work, keys);
  await forgetAsked(work, keys);
}

async function removeDueInstances(work: Work, nowMs: number): Promise<void> {
  const [firstMs] = await work.transaction.keys(
    `SELECT removal_date FROM process_instance WHERE removal_date > ${DUE_NOW} AND removal_date <= ? ORDER BY removal_date LIMIT 1`,
    [nowMs],
  );
  if (firstMs !== undefined) work.lateMs = nowMs - Number(firstMs);
  const keys = await work.transaction.keys(
    'SELECT process_instance_key FROM process_instance WHERE removal_date <= ? LIMIT ?',
    [nowMs, INSTANCES_MAX],
  );
  if (keys.length > 0) await forgetInstances(work, keys);
}

/** What has ended of a definition goes at once, the definition with its last instance. */
async function removeAskedDefinitions(work: Work): Promise<void> {
  for (const definitionKey of await askedKeys(work, 'PROCESS_DEFINITION')) {
    const keys = await work.transaction.keys(
      'SELECT process_instance_key FROM process_instance WHERE process_definition_key = ? AND is_running = 0 LIMIT ?',
      [definitionKey, INSTANCES_MAX],
    );
    if (keys.length > 0) return forgetInstances(work, keys);
    const stillThere = await work.transaction.keys(
      `SELECT process_definition_key FROM process_definition WHERE process_definition_key = ? AND (state <> 'DELETED'
        OR EXISTS (SELECT 1 FROM process_instance WHERE process_definition_key = ?))`,
      [definitionKey, definitionKey],
    );
    if (stillThere.length > 0) continue;
    work.hasDoneAnything = true;
    if (!(await work.removeDependents(ofDefinitions, [definitionKey]))) return;
    await work.remove('DELETE FROM process_definition WHERE process_definition_key = ?', [definitionKey]);
    return forgetAsked(work, [definitionKey]);
  }
}

async function removeAskedRequirements(work: Work): Promise<void> {
  const [requirementsKey] = await askedKeys(work, 'DECISION_REQUIREMENTS');
  if (requirementsKey === undefined) return;
  work.hasDoneAnything = true;
  const evaluated =
    'decision_definition_key IN (SELECT decision_definition_key FROM decision_definition WHERE decision_requirements_key = ?)';
  const { rest } = work;
  const count = await work.remove(deleteSome(tables.decision_instance, evaluated), [requirementsKey, rest]);
  if (count === rest || !(await work.removeDependents(ofRequirements, [requirementsKey]))) return;
  await work.remove('DELETE FROM decision_requirements WHERE decision_requirements_key = ?', [requirementsKey]);
  await forgetAsked(work, [requirementsKey]);
}

/** Tables with a date of their own, and what goes with their rows. */
async function removeDated(work: Work, nowMs: number): Promise<void> {
  for (const { table, column } of datedTables) {
    const dependents = dependentsOf(table.name as keyof typeof tables);
    if (dependents.length === 0) {
      await work.remove(deleteSome(table, `${column} <= ?`), [nowMs, work.rest]);
    } else {
      const [key = ''] = table.primaryKey;
      const keys = await work.transaction.keys(`SELECT ${key} FROM ${table.name} WHERE ${column} <= ? LIMIT ?`, [
        nowMs,
        KEYS_MAX,
      ]);
      if (keys.length === 0) continue;
      work.hasDoneAnything = true;
      if (await work.removeDependents(dependents, keys)) {
        await work.remove(...withKeys(`DELETE FROM ${table.name} WHERE ${key} IN (?)`, keys));
      }
    }
    if (work.hasDoneAnything) return;
  }
}

async function removeAged(work: Work, nowMs: number, settings: RetentionSettings): Promise<void> {
  for (const { table, column, setting } of agingTables) {
    const keptMs = settings[`${setting}Ms`];
    if (!Number.isFinite(keptMs)) continue;
    await work.remove(deleteSome(table, `${column} < ?`), [nowMs - keptMs, work.rest]);
    if (work.hasDoneAnything) return;
  }
}

async function forgetInstances(work: Work, keys: readonly bigint[]): Promise<void> {
  const { transaction } = work;
  work.hasDoneAnything = true;
  await transaction.run(...withKeys(FORGET_ENDED_ELEMENTS, keys));
  work.processInstances += await work.remove(
    ...withKeys('DELETE FROM process_instance WHERE process_instance_key IN (?)', keys),
  );
  work.processInstanceKeys.push(...(keys as readonly Key[]));
  if (await removeRows(work, keys)) return;
  for (const key of keys) {
    await transaction.run(
      'INSERT INTO removed_process_instance (process_instance_key) VALUES (?) ON CONFLICT (process_instance_key) DO NOTHING',
      [key],
    );
  }
}

/** What belonged to instances. @returns whether all is gone. */
async function removeRows(work: Work, keys: readonly bigint[]): Promise<boolean> {
  const { rest } = work;
  const called = await work.transaction.run(
    ...withKeys(
      `UPDATE process_instance SET removal_date = ${DUE_NOW} WHERE process_instance_key IN (
        SELECT process_instance_key FROM process_instance
        WHERE parent_process_instance_key IN (?) AND (removal_date IS NULL OR removal_date > ${DUE_NOW}) LIMIT ?)`,
      keys,
      rest,
    ),
  );
  return called < rest && (await work.removeDependents(ofInstances, keys));
}

function askedKeys({ transaction }: Work, resourceType: string): Promise<readonly bigint[]> {
  return transaction.keys(
    'SELECT resource_key FROM history_deletion WHERE resource_type = ? ORDER BY resource_key LIMIT ?',
    [resourceType, DEFINITIONS_MAX],
  );
}

async function forgetAsked({ transaction }: Work, keys: readonly bigint[]): Promise<void> {
  await transaction.run(...withKeys('DELETE FROM history_deletion WHERE resource_key IN (?)', keys));
}
