import { call } from '../../../api/call.ts';
import {
  searchBatchOperations,
  searchDecisionDefinitions,
  searchDecisionInstances,
  searchElementInstances,
  searchIncidents,
  searchJobs,
  searchProcessDefinitions,
  searchProcessInstances,
  searchUserTasks,
} from '../../../api/gen/api.ts';
import type { Operation, RequestParts } from '../../../api/operation.ts';
import { addressOf } from '../address-of.ts';
import type { PaletteEntry } from '../palette-entry.ts';
import { FOUND_MAX, type PaletteQuestion, type PaletteSource } from '../palette-source.ts';

/** As the engine assigns them; nothing else has so many digits. */
const KEY = /^\d{16,19}$/;

/** Whatever has the key: instances, tasks, incidents and so on. Searches, since a search that finds nothing is no error. */
export const findByKey: PaletteSource = {
  group: 'keys',
  applies: (text) => KEY.test(text),
  async find(question) {
    const { text: key, texts } = question;
    const { kinds } = texts.palette;
    const ask = <Input extends RequestParts, Item>(
      operation: Operation<Input, { readonly items: readonly Item[] }>,
      filter: object,
      entryOf: (item: Item) => Omit<PaletteEntry, 'id'>,
    ) => oneSearch(question, operation, filter, entryOf);
    const found = await Promise.all([
      ask(searchProcessInstances, { processInstanceKey: key }, (instance) => ({
        kind: kinds.processInstance,
        title: instance.processDefinitionName ?? instance.processDefinitionId,
        detail: key,
        target: { href: `/operate/processes/${key}` },
      })),
      ask(searchUserTasks, { userTaskKey: key }, (task) => ({
        kind: kinds.userTask,
        title: task.name ?? task.elementId,
        detail: key,
        target: { href: `/tasklist/${key}` },
      })),
      ask(searchIncidents, { incidentKey: key }, (incident) => ({
        kind: kinds.incident,
        title: incident.errorMessage,
        detail: key,
        target: { href: elementAddress({ ...incident, tab: 'incidents' }) },
      })),
      ask(searchDecisionInstances, { decisionEvaluationKey: key }, (decision) => ({
        kind: kinds.decisionInstance,
        title: decision.decisionDefinitionName,
        detail: decision.decisionEvaluationInstanceKey,
        target: { href: `/operate/decisions/${decision.decisionEvaluationInstanceKey}` },
      })),
      ask(searchBatchOperations, { batchOperationKey: key }, (batch) => ({
        kind: kinds.batchOperation,
        title: texts.batchOperations.types[batch.batchOperationType],
        detail: key,
        target: { href: `/operate/batch-operations/${key}` },
      })),
      ask(searchJobs, { jobKey: key }, (job) => ({
        kind: kinds.job,
        title: job.type,
        detail: key,
        target: { href: elementAddress({ ...job, tab: 'details' }) },
      })),
      ask(searchElementInstances, { elementInstanceKey: key }, (element) => ({
        kind: kinds.elementInstance,
        title: element.elementName ?? element.elementId,
        detail: key,
        target: { href: elementAddress(element) },
      })),
      ask(searchProcessDefinitions, { processDefinitionKey: key }, (process) => ({
        kind: kinds.processVersion,
        title: process.name ?? process.processDefinitionId,
        detail: texts.palette.version(process.processDefinitionId, process.version),
        target: {
          href: addressOf('/operate/processes', { process: process.processDefinitionId, version: process.version }),
        },
      })),
      ask(searchDecisionDefinitions, { decisionDefinitionKey: key }, (decision) => ({
        kind: kinds.decisionVersion,
        title: decision.name,
        detail: texts.palette.version(decision.decisionDefinitionId, decision.version),
        target: {
          href: addressOf('/operate/decisions', { decision: decision.decisionDefinitionId, version: decision.version }),
        },
      })),
    ]);
    const entries = found.flat();
    // The process itself is an element instance, too: once is enough.
    const isInstance = entries.some(({ kind }) => kind === kinds.processInstance);
    return isInstance ? entries.filter(({ kind }) => kind !== kinds.elementInstance) : entries;
  },
};

async function oneSearch<Input extends RequestParts, Item>(
  { text, signal }: PaletteQuestion,
  operation: Operation<Input, { readonly items: readonly Item[] }>,
  filter: object,
  entryOf: (item: Item) => Omit<PaletteEntry, 'id'>,
): Promise<readonly PaletteEntry[]> {
  const input = { body: { filter, page: { limit: FOUND_MAX } } } as unknown as Input;
  const { items } = await call(operation, input, { signal });
  return items.map((item, index) => ({ id: `${operation.path} ${text} ${index}`, ...entryOf(item) }));
}

function elementAddress(element: {
  readonly processInstanceKey: string;
  readonly elementId: string | null;
  readonly elementInstanceKey: string | null;
  readonly tab?: string;
}): string {
  const { processInstanceKey, elementId, elementInstanceKey, tab } = element;
  return addressOf(`/operate/processes/${processInstanceKey}`, {
    ...(tab === undefined ? {} : { tab }),
    ...(elementId === null ? {} : { element: elementId }),
    ...(elementInstanceKey === null ? {} : { elementInstance: elementInstanceKey }),
  });
}
