/** Keys and ids that are in the data, for the conditions of measured reads. */
import type { Search } from '@waggle/search';
import { taskProcesses } from './task-processes.ts';

export interface Samples {
  readonly instances: number;
  readonly endMs: number;
  readonly processIds: readonly string[];
  readonly definitionKeys: readonly string[];
  readonly largestDefinitionKey: string;
  readonly instanceKeys: readonly string[];
  /** Of instances with an incident. */
  readonly incidentInstanceKeys: readonly string[];
  /** Of open ones. */
  readonly userTaskKeys: readonly string[];
}

const SAMPLES = 1_000;

export async function takeSamples(
  search: Search,
  data: { readonly instances: number; readonly endMs: number },
): Promise<Samples> {
  const items = async (entity: string, request: object): Promise<readonly Record<string, string>[]> => {
    const { body } = await search.read({ kind: 'search', entity, request: { page: { limit: SAMPLES }, ...request } });
    return (JSON.parse(body!) as { items: Record<string, string>[] }).items;
  };
  const definitions = await items('ProcessDefinition', {});
  const middle = new Date(data.endMs - 10 * 24 * 3_600_000).toISOString();
  const someInstances = await items('ProcessInstance', {
    filter: { startDate: { $gte: middle } },
    sort: [{ field: 'startDate' }],
  });
  const failing = await items('ProcessInstance', { filter: { hasIncident: true } });
  const openTasks = await items('UserTask', { filter: { state: 'CREATED' } });
  return {
    ...data,
    processIds: taskProcesses.map(({ bpmnProcessId }) => bpmnProcessId),
    definitionKeys: definitions.map(({ processDefinitionKey }) => processDefinitionKey!),
    largestDefinitionKey: definitions.find(
      ({ processDefinitionId }) => processDefinitionId === taskProcesses[0]!.bpmnProcessId,
    )!.processDefinitionKey!,
    instanceKeys: someInstances.map(({ processInstanceKey }) => processInstanceKey!),
    incidentInstanceKeys: failing.map(({ processInstanceKey }) => processInstanceKey!),
    userTaskKeys: openTasks.map(({ userTaskKey }) => userTaskKey!),
  };
}
