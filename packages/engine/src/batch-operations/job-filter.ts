/** Filters of jobs as the published API has them, answered by the jobs that are open now. */
import { JobKind, JobListenerEventType, type Key, NO_KEY, type ProcessValue } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import type { Job } from '../state/job.ts';
import {
  compileProperty,
  conditionsOf,
  listedValues,
  type PropertyKind,
  type PropertyTest,
  type PropertyValue,
  refuseFilter,
} from './filter-property.ts';

export interface JobFilter {
  readonly matches: (key: Key, job: Job) => boolean;
  /** Whether any job of the definition can match. */
  readonly canMatch: (processing: Processing, definition: ProcessValue) => boolean;
  /** Instances whose jobs alone can match, when the filter lists them. */
  readonly listedKeys: readonly string[] | undefined;
}

type Read = (job: Job, key: Key) => PropertyValue;

const keyText = (key: Key): PropertyValue => (key === NO_KEY ? undefined : String(key));
const nonEmpty = (text: string): PropertyValue => (text === '' ? undefined : text);
const nameOf = (codes: Readonly<Record<string, number>>, code: number): PropertyValue =>
  Object.entries(codes).find(([, each]) => each === code)?.[0];

const properties: Readonly<Record<string, readonly [PropertyKind, Read]>> = {
  jobKey: ['key', (_job, key) => keyText(key)],
  type: ['text', ({ value }) => value.type],
  worker: ['text', ({ value }) => nonEmpty(value.worker)],
  retries: ['integer', ({ value }) => value.retries],
  priority: ['integer', ({ value }) => value.priority],
  state: ['enumeration', stateOf],
  kind: ['enumeration', ({ value }) => nameOf(JobKind, value.kind)],
  listenerEventType: ['enumeration', ({ value }) => nameOf(JobListenerEventType, value.listenerEventType)],
  errorCode: ['text', ({ value }) => nonEmpty(value.errorCode)],
  errorMessage: ['text', ({ value }) => nonEmpty(value.errorMessage)],
  hasFailedWithRetriesLeft: ['flag', ({ state, value }) => state === 'FAILED' && value.retries > 0],
  elementId: ['text', ({ value }) => value.elementId],
  elementInstanceKey: ['key', ({ value }) => keyText(value.elementInstanceKey)],
  processInstanceKey: ['key', ({ value }) => keyText(value.processInstanceKey)],
  processDefinitionKey: ['key', ({ value }) => keyText(value.processDefinitionKey)],
  processDefinitionId: ['text', ({ value }) => value.bpmnProcessId],
  tenantId: ['text', ({ value }) => value.tenantId],
};

/** Compiles a filter. @throws {RejectCommand} it is none, or asks for what open jobs do not know. */
export function compileJobFilter(filter: unknown): JobFilter {
  const conditions = conditionsOf(filter, 'the filter to be a JSON object');
  const tests = new Map<string, { readonly test: PropertyTest; readonly read: Read }>();
  for (const [name, given] of Object.entries(conditions)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined) {
      return refuseFilter(
        `Expected a filter that open jobs can answer, but nothing is known of '${name}' without a search index`,
      );
    }
    const [kind, read] = property;
    tests.set(name, { test: compileProperty(kind, given, name), read });
  }
  const isMet = (name: string, value: PropertyValue): boolean => tests.get(name)?.test(value) ?? true;
  return {
    matches: (key, job) => [...tests.values()].every(({ test, read }) => test(read(job, key))),
    canMatch: (_processing, { processDefinitionKey, bpmnProcessId, tenantId }) =>
      isMet('processDefinitionKey', String(processDefinitionKey)) &&
      isMet('processDefinitionId', bpmnProcessId) &&
      isMet('tenantId', tenantId),
    listedKeys: listedValues(conditions.processInstanceKey),
  };
}

/** The published API tells what happened last; of an open job only these are known for sure. */
function stateOf({ state, resumesAs }: Job): string {
  const present = resumesAs ?? state;
  return present === 'FAILED' || present === 'ERROR_THROWN' ? present : 'CREATED';
}
