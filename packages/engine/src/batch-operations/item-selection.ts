/** Which items of a batch operation an instance has. */
import {
  type BatchOperationCreationValue,
  BatchOperationType,
  type Key,
  NO_KEY,
  type ProcessValue,
} from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isTerminating } from '../state/element-instance.ts';
import type { EngineView } from '../state/engine-state.ts';
import { type Candidate, someElement } from './candidate.ts';
import { refuseFilter } from './filter-property.ts';
import { compileJobFilter } from './job-filter.ts';
import { compileProcessInstanceFilter } from './process-instance-filter.ts';

export interface ItemSelection {
  /** Whether any instance of the definition can have items: saves looking at all of them. */
  readonly canMatch: (processing: Processing, definition: ProcessValue) => boolean;
  /** Keys of the instances that alone can have items, when the filter lists them. */
  readonly listedKeys: readonly string[] | undefined;
  /** Keys of an instance's items. */
  readonly itemKeysOf: (candidate: Candidate) => readonly Key[];
}

/** @throws {RejectCommand} the filter is none, or asks for what live state does not know. */
export function compileSelection(type: BatchOperationType, filter: unknown): ItemSelection {
  if (type === BatchOperationType.UPDATE_JOB) return jobSelection(filter);
  if (type === BatchOperationType.DELETE_DECISION_INSTANCE) {
    return refuseFilter('Expected a search index to find what decisions decided, but there is none: they are over');
  }
  const { matches, canMatch, listedKeys } = compileProcessInstanceFilter(filter);
  return {
    canMatch,
    listedKeys,
    itemKeysOf(candidate) {
      const { instance, processing } = candidate;
      if (isTerminating(instance) || !isMeant[type](instance, processing.state) || !matches(candidate)) return [];
      return type === BatchOperationType.RESOLVE_INCIDENT ? incidentKeysOf(candidate) : [instance.key];
    },
  };
}

export function selectionOf(value: BatchOperationCreationValue): ItemSelection {
  return compileSelection(value.batchOperationType, JSON.parse(value.entityFilter));
}

/** What may be done to an instance, whatever the client's filter says. */
const isMeant: Readonly<
  Record<
    Exclude<
      BatchOperationType,
      typeof BatchOperationType.UPDATE_JOB | typeof BatchOperationType.DELETE_DECISION_INSTANCE
    >,
    (instance: ElementInstance, state: EngineView) => boolean
  >
> = {
  [BatchOperationType.CANCEL_PROCESS_INSTANCE]: isRoot,
  [BatchOperationType.RESOLVE_INCIDENT]: () => true,
  [BatchOperationType.MIGRATE_PROCESS_INSTANCE]: () => true,
  [BatchOperationType.MODIFY_PROCESS_INSTANCE]: () => true,
  // Those that have ended are not found among what lives.
  [BatchOperationType.DELETE_PROCESS_INSTANCE]: () => false,
  [BatchOperationType.SUSPEND_PROCESS_INSTANCE]: (instance, { suspensions }) =>
    isRoot(instance) && !suspensions.has(instance.key),
  [BatchOperationType.RESUME_PROCESS_INSTANCE]: (instance, { suspensions }) =>
    isRoot(instance) && suspensions.get(instance.key) === 'SUSPENDED',
};

function isRoot({ value }: ElementInstance): boolean {
  return value.parentProcessInstanceKey === NO_KEY;
}

function incidentKeysOf({ processing, instance, meter }: Candidate): readonly Key[] {
  const keys: Key[] = [];
  processing.state.instanceIncidents.forEach(instance.key, (key) => {
    meter.rows++;
    keys.push(key);
  });
  return keys;
}

/** Open jobs are found by their elements. */
function jobSelection(filter: unknown): ItemSelection {
  const { matches, canMatch, listedKeys } = compileJobFilter(filter);
  return {
    canMatch,
    listedKeys,
    itemKeysOf(candidate) {
      const { jobs } = candidate.processing.state;
      const keys: Key[] = [];
      someElement(candidate, ({ jobKey }) => {
        const job = jobKey === NO_KEY ? undefined : jobs.get(jobKey);
        if (job !== undefined && matches(jobKey, job)) keys.push(jobKey);
        return false;
      });
      return keys;
    },
  };
}
