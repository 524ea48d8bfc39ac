/** Finds the items of a batch operation among what lives on this partition, a page at a time. */
import {
  type BatchOperationCreationValue,
  type BatchOperationItem,
  BatchOperationType,
  type Key,
  NO_KEY,
  partitionIdOf,
} from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { ALL_PROCESSES } from '../state/table-names.ts';
import type { Candidate } from './candidate.ts';
import { type ItemSelection, selectionOf } from './item-selection.ts';

/** Rows looked at per step: some ten milliseconds at most, then others get their turn. */
export const SEARCH_ROWS_MAX = 1000;

export interface ItemPage {
  readonly items: readonly BatchOperationItem[];
  /** Where the next page begins; `undefined` behind the last. */
  readonly cursor: string | undefined;
}

/** What a definition counts for: its document may have to be read from the disk. */
const DEFINITION_ROWS = 20;

/** @param cursor empty for the first page. */
export function searchItems(processing: Processing, value: BatchOperationCreationValue, cursor: string): ItemPage {
  const selection = selectionOf(value);
  if (value.batchOperationType === BatchOperationType.DELETE_PROCESS_INSTANCE)
    return { items: endedItems(processing, selection), cursor: undefined };
  if (selection.listedKeys !== undefined) return searchListed(processing, selection, selection.listedKeys, cursor);
  return searchAll(processing, selection, cursor);
}

/** Of what has ended nothing is known but that it does not live: the client lists the keys. */
function endedItems(processing: Processing, { listedKeys = [] }: ItemSelection): readonly BatchOperationItem[] {
  return keysHere(processing, listedKeys).map((key) => ({
    itemKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: NO_KEY,
  }));
}

/** The cursor is the index in the list. */
function searchListed(
  processing: Processing,
  selection: ItemSelection,
  listed: readonly string[],
  cursor: string,
): ItemPage {
  const keys = keysHere(processing, listed);
  const items: BatchOperationItem[] = [];
  const meter = { rows: 0 };
  let index = cursor === '' ? 0 : Number(cursor);
  for (; index < keys.length && meter.rows < SEARCH_ROWS_MAX; index++) {
    meter.rows++;
    const instance = processing.state.elementInstances.get(keys[index]!);
    if (instance !== undefined) items.push(...itemsOf(processing, selection, instance, meter));
  }
  return { items, cursor: index < keys.length ? String(index) : undefined };
}

/** The cursor names what was looked at last, and how far to look: what starts meanwhile is not meant any more. */
interface Position {
  readonly untilKey: Key;
  readonly definitionKey: Key;
  /** NO_KEY = none of the definition. */
  readonly instanceKey: Key;
}

function searchAll(processing: Processing, selection: ItemSelection, cursor: string): ItemPage {
  const { state } = processing;
  const start = cursor === '' ? undefined : parsePosition(cursor);
  const untilKey = start?.untilKey ?? processing.keys.next();
  const items: BatchOperationItem[] = [];
  const meter = { rows: 0 };
  let position = start;
  let isFull = false;

  const searchDefinition = (definitionKey: Key, after: Key | undefined): void => {
    meter.rows += DEFINITION_ROWS;
    position = { untilKey, definitionKey, instanceKey: after ?? NO_KEY };
    const definition = state.processes.get(definitionKey);
    if (definition === undefined || !selection.canMatch(processing, definition)) return;
    state.definitionInstances.forEach(
      definitionKey,
      (instanceKey) => {
        if (instanceKey > untilKey) return false;
        meter.rows++;
        const instance = state.elementInstances.get(instanceKey);
        if (instance !== undefined) items.push(...itemsOf(processing, selection, instance, meter));
        position = { untilKey, definitionKey, instanceKey };
        isFull = meter.rows >= SEARCH_ROWS_MAX;
        return !isFull;
      },
      after,
    );
  };

  if (start !== undefined) {
    searchDefinition(start.definitionKey, start.instanceKey === NO_KEY ? undefined : start.instanceKey);
  }
  if (!isFull) {
    state.processDefinitionKeys.forEach(
      ALL_PROCESSES,
      (definitionKey) => {
        searchDefinition(definitionKey, undefined);
        isFull ||= meter.rows >= SEARCH_ROWS_MAX;
        return !isFull;
      },
      start?.definitionKey,
    );
  }
  return { items, cursor: isFull && position !== undefined ? positionText(position) : undefined };
}

function itemsOf(
  processing: Processing,
  selection: ItemSelection,
  instance: ElementInstance,
  meter: Candidate['meter'],
): readonly BatchOperationItem[] {
  const { key, value } = instance;
  // A listed key may be that of any element.
  if (value.processInstanceKey !== key) return [];
  const definition = processing.state.processes.get(value.processDefinitionKey);
  if (definition === undefined) return [];
  const itemKeys = selection.itemKeysOf({ processing, instance, definition, meter });
  return itemKeys.map((itemKey) => ({
    itemKey,
    processInstanceKey: key,
    rootProcessInstanceKey: value.rootProcessInstanceKey,
  }));
}

function keysHere(processing: Processing, listed: readonly string[]): readonly Key[] {
  return [...new Set(listed)]
    .filter((text) => /^\d{1,19}$/.test(text))
    .map((text) => BigInt(text) as Key)
    .filter((key) => partitionIdOf(key) === processing.partitionId);
}

function positionText({ untilKey, definitionKey, instanceKey }: Position): string {
  return `${untilKey}/${definitionKey}/${instanceKey}`;
}

function parsePosition(text: string): Position {
  const [untilKey, definitionKey, instanceKey] = text.split('/').map((part) => BigInt(part) as Key);
  if (untilKey === undefined || definitionKey === undefined || instanceKey === undefined) {
    throw new Error(`Expected a cursor of three keys, but got '${text}'`);
  }
  return { untilKey, definitionKey, instanceKey };
}
