import { setTimeout as sleep } from 'node:timers/promises';
import { fieldsOf, listOf } from '../client/answer-field.ts';
import type { RestClient } from '../client/rest-client.ts';
import type { PlannedDocument, PlannedInstance, PlannedMessage } from './planned-instance.ts';
import { unlessBusy } from './unless-busy.ts';

export type Variables = Readonly<Record<string, unknown>>;

export interface DemoJob {
  readonly key: string;
  readonly type: string;
  readonly retries: number;
  readonly variables: Variables;
}

export interface DemoTask {
  readonly key: string;
  readonly elementId: string;
  readonly assignee: string | null;
  readonly processInstanceKey: string;
}

export interface Count {
  readonly count: number;
  readonly isMore: boolean;
}

/** How long a message is kept for an instance that has not got there yet. */
const MESSAGE_KEPT_MS = 60 * 60 * 1_000;
/** Tasks looked through at once: more than the demo leaves open. */
const TASKS_MAX = 500;

/** Instances started at the same time may be in any order; these are enough to have the last one among them. */
const LATEST_MAX = 200;
/** A batch of a few instances is done after one or two polls. One that is not goes on without anybody waiting. */
const [BATCH_POLL_MS, BATCH_POLLS_MAX] = [100, 100];

/** What the demo asks of a server, by the REST API that everybody has. */
export function demoApi(client: RestClient, signal: AbortSignal) {
  const send = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: Variables): Promise<unknown> =>
    unlessBusy(() => client.send({ method, path, signal, ...(body !== undefined && { body }) }), signal);
  const post = (path: string, body: Variables): Promise<unknown> => send('POST', path, body);
  /** Batches are worked on when they are accepted; what comes next may need what they did. */
  const untilDone = async (accepted: Promise<unknown>): Promise<void> => {
    const key = String(fieldsOf(await accepted).batchOperationKey);
    for (let polls = 0; polls < BATCH_POLLS_MAX; polls += 1) {
      const { endDate } = fieldsOf(await send('GET', `/batch-operations/${key}`));
      if (typeof endDate === 'string') return;
      await sleep(BATCH_POLL_MS, undefined, { signal });
    }
  };
  return {
    async deploy(name: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
      const form = new FormData();
      form.append('resources', new Blob([content]), name);
      await client.send({ method: 'POST', path: '/deployments', body: form, signal });
    },
    /** @returns the key of a version, when it is there. */
    async definitionKeyOf(processDefinitionId: string, versionTag: string): Promise<string | undefined> {
      const filter = { processDefinitionId, versionTag };
      const found = await post('/process-definitions/search', { filter, sort: [{ field: 'version', order: 'DESC' }] });
      return listOf(found, 'items').map(({ processDefinitionKey }) => String(processDefinitionKey))[0];
    },
    /** @returns the reference that variables hold. */
    async upload({ fileName, contentType, content }: PlannedDocument): Promise<unknown> {
      const form = new FormData();
      form.append('file', new Blob([content], { type: contentType }), fileName);
      return client.send({ method: 'POST', path: '/documents', body: form, signal });
    },
    /** @returns the key of the instance. */
    async start(
      planned: Pick<PlannedInstance, 'processDefinitionId' | 'businessId' | 'tags' | 'variables'>,
      processDefinitionKey: string | undefined,
    ): Promise<string> {
      const { processDefinitionId, businessId, tags, variables } = planned;
      const chosen = processDefinitionKey === undefined ? { processDefinitionId } : { processDefinitionKey };
      const instance = await post('/process-instances', { ...chosen, businessId, tags, variables });
      return String(fieldsOf(instance).processInstanceKey);
    },
    publish: ({ name, correlationKey, variables }: PlannedMessage) =>
      post('/messages/publication', { name, correlationKey, variables, timeToLive: MESSAGE_KEPT_MS }),
    broadcast: (signalName: string) => post('/signals/broadcast', { signalName, variables: {} }),
    /** @param waitMs for a first job; below zero = take what is there. */
    async activate(
      type: string,
      options: {
        readonly worker: string;
        readonly jobsMax: number;
        readonly timeoutMs: number;
        readonly waitMs: number;
      },
    ): Promise<readonly DemoJob[]> {
      const { worker, jobsMax, timeoutMs, waitMs } = options;
      const body = { type, worker, maxJobsToActivate: jobsMax, timeout: timeoutMs, requestTimeout: waitMs };
      return listOf(await post('/jobs/activation', body), 'jobs').map(({ jobKey, retries, variables }) => ({
        key: String(jobKey),
        type,
        retries: Number(retries),
        variables: fieldsOf(variables),
      }));
    },
    completeJob: (key: string, variables: Variables) => post(`/jobs/${key}/completion`, { variables }),
    /** Completes the job of a task listener with a no. */
    denyTask: (key: string, deniedReason: string) =>
      post(`/jobs/${key}/completion`, { result: { type: 'userTask', denied: true, deniedReason } }),
    failJob: (key: string, retries: number, errorMessage: string, retryBackOff: number) =>
      post(`/jobs/${key}/failure`, { retries, errorMessage, retryBackOff }),
    throwJobError: (key: string, errorCode: string, errorMessage: string) =>
      post(`/jobs/${key}/error`, { errorCode, errorMessage }),
    /** Open tasks of the demo's processes, the newest first: what was planned for them is still to be done. */
    async openTasks(processDefinitionIds: readonly string[]): Promise<readonly DemoTask[]> {
      const filter = { state: 'CREATED', processDefinitionId: { $in: processDefinitionIds } };
      const sort = [{ field: 'creationDate', order: 'DESC' }];
      const found = await post('/user-tasks/search', { filter, sort, page: { limit: TASKS_MAX } });
      return listOf(found, 'items').map(({ userTaskKey, elementId, assignee, processInstanceKey }) => ({
        key: String(userTaskKey),
        elementId: String(elementId),
        assignee: typeof assignee === 'string' ? assignee : null,
        processInstanceKey: String(processInstanceKey),
      }));
    },
    assign: (taskKey: string, assignee: string) => post(`/user-tasks/${taskKey}/assignment`, { assignee }),
    completeTask: (taskKey: string, variables: Variables) => post(`/user-tasks/${taskKey}/completion`, { variables }),
    cancel: (instanceKey: string) => post(`/process-instances/${instanceKey}/cancellation`, {}),
    suspend: (instanceKey: string) => post(`/process-instances/${instanceKey}/suspension`, {}),
    /** @returns keys of the instances that these called, the oldest first. */
    async calledBy(instanceKeys: readonly string[]): Promise<readonly string[]> {
      if (instanceKeys.length === 0) return [];
      const filter = { parentProcessInstanceKey: { $in: instanceKeys } };
      const found = await post('/process-instances/search', { filter, sort: [{ field: 'processInstanceKey' }] });
      return listOf(found, 'items').map(({ processInstanceKey }) => String(processInstanceKey));
    },
    /** @param operation the last part of its path, such as cancellation. @param rest what it needs besides the filter. */
    batch: (operation: string, filter: Variables, rest: Variables = {}) =>
      untilDone(post(`/process-instances/${operation}`, { filter, ...rest })),
    updateJobs: (filter: Variables, changeset: Variables) =>
      untilDone(post('/jobs/batch-update', { filter, changeset })),
    evaluate: (decisionDefinitionId: string, variables: Variables) =>
      post('/decision-definitions/evaluation', { decisionDefinitionId, variables }),
    /** @returns how many there are; `isMore` when there are more than a search counts. */
    async count(entity: 'process-instances' | 'incidents' | 'user-tasks', filter: Variables): Promise<Count> {
      const { page } = fieldsOf(await post(`/${entity}/search`, { filter, page: { limit: 1 } }));
      const { totalItems, hasMoreTotalItems } = fieldsOf(page);
      return { count: Number(totalItems), isMore: hasMoreTotalItems === true };
    },
    /** @returns business ids of the instances that started last. */
    async latestBusinessIds(processDefinitionIds: readonly string[]): Promise<readonly string[]> {
      const filter = { processDefinitionId: { $in: processDefinitionIds }, businessId: { $exists: true } };
      const sort = [{ field: 'startDate', order: 'DESC' }];
      const found = await post('/process-instances/search', { filter, sort, page: { limit: LATEST_MAX } });
      return listOf(found, 'items').map(({ businessId }) => String(businessId));
    },
  };
}

export type DemoApi = ReturnType<typeof demoApi>;
