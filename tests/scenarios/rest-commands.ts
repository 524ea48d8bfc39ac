/** Each command of a scenario as a call of the official REST client. */
import type { CamundaClient, TagSet } from '@camunda8/orchestration-cluster-api';
import type { CommandName, CommandRequests } from './command-request.ts';
import type { Accepted } from './driver.ts';
import type { JobResultData, Variables } from './scenario.ts';

export type WireCommands = {
  readonly [Name in CommandName]: (request: CommandRequests[Name]) => Promise<Accepted>;
};

/** The client gives every kind of key and id a type of its own; a scenario's are texts. */
function branded<Brand extends string>(text: string): Brand {
  return text as Brand;
}

const DONE: Accepted = {};
/** Asks for jobs that are there now. */
const NO_WAITING_MS = -1;
/** Long enough for what another partition must answer first. */
const WAITING_MS = 3_000;

/** @param presentMs where the server's clock stands. */
export function restCommands(client: CamundaClient, presentMs: () => number): WireCommands {
  return {
    async deploy({ files }) {
      await client.createDeployment({ resources: files.map(({ name, content }) => new File([content], name)) });
      return DONE;
    },
    async create({ processId, version, variables, startAt, terminateAfter, tags, businessId, awaitResult }) {
      const created = await client.createProcessInstance({
        processDefinitionId: branded(processId),
        processDefinitionVersion: version,
        variables: { ...variables },
        startInstructions: startAt.map((elementId) => ({ elementId: branded(elementId) })),
        ...(terminateAfter.length > 0 && {
          runtimeInstructions: terminateAfter.map((id) => ({
            type: 'TERMINATE_PROCESS_INSTANCE' as const,
            afterElementId: branded(id),
          })),
        }),
        // More than the client's type allows are meant to be refused by the server.
        tags: tags.map((tag) => branded(tag)) as unknown as TagSet,
        ...(businessId !== '' && { businessId: branded(businessId) }),
        ...(awaitResult !== false && { awaitCompletion: true }),
        ...(typeof awaitResult !== 'boolean' && { fetchVariables: [...awaitResult] }),
      });
      return { key: created.processInstanceKey, variables: created.variables };
    },
    async activate({ type, max, timeoutMs, fetch, worker, waits }) {
      const { jobs } = await client.activateJobs({
        type,
        maxJobsToActivate: max,
        timeout: timeoutMs,
        fetchVariable: [...fetch],
        worker,
        requestTimeout: waits ? WAITING_MS : NO_WAITING_MS,
      });
      return {
        jobs: jobs.map(({ jobKey, variables, worker: taker, retries, customHeaders }) => ({
          key: jobKey,
          variables,
          worker: taker,
          retries,
          customHeaders,
        })),
      };
    },
    async complete({ key, variables, result }) {
      await client.completeJob({
        jobKey: branded(key),
        variables: { ...variables },
        ...(result !== undefined && { result: jobResult(result) }),
      });
      return DONE;
    },
    async fail({ key, retries, backOffMs, message, variables }) {
      await client.failJob({
        jobKey: branded(key),
        retries,
        retryBackOff: backOffMs,
        errorMessage: message,
        variables: { ...variables },
      });
      return DONE;
    },
    async throwError({ key, code, message, variables }) {
      await client.throwJobError({
        jobKey: branded(key),
        errorCode: code,
        errorMessage: message,
        variables: { ...variables },
      });
      return DONE;
    },
    async updateJob({ key, retries, timeoutMs }) {
      await client.updateJob({
        jobKey: branded(key),
        changeset: {
          ...(retries !== undefined && { retries }),
          ...(timeoutMs !== undefined && { timeout: timeoutMs }),
        },
      });
      return DONE;
    },
    async publish({ name, correlationKey, ttlMs, id, variables }) {
      await client.publishMessage({
        name,
        correlationKey,
        timeToLive: ttlMs,
        ...(id !== '' && { messageId: id }),
        variables: { ...variables },
      });
      return DONE;
    },
    async correlate({ name, correlationKey, variables }) {
      await client.correlateMessage({ name, correlationKey, variables: { ...variables } });
      return DONE;
    },
    async broadcast({ name, variables }) {
      await client.broadcastSignal({ signalName: name, variables: { ...variables } });
      return DONE;
    },
    async setVariables({ key, variables, local }) {
      await client.createElementInstanceVariables({
        elementInstanceKey: branded(key),
        variables: { ...variables },
        local,
      });
      return DONE;
    },
    async resolve({ key }) {
      await client.resolveIncident({ incidentKey: branded(key) });
      return DONE;
    },
    async cancel({ key }) {
      await client.cancelProcessInstance({ processInstanceKey: branded(key) });
      return DONE;
    },
    async modify({ key, activate, terminate, move }) {
      await client.modifyProcessInstance({
        processInstanceKey: branded(key),
        activateInstructions: activate.map(({ elementId, ancestorKey, variables }) => ({
          elementId: branded(elementId),
          ...(ancestorKey !== undefined && { ancestorElementInstanceKey: branded(ancestorKey) }),
          variableInstructions: Object.entries(variables).map(([scopeId, each]) => ({
            variables: { ...each },
            ...(scopeId !== '' && { scopeId }),
          })),
        })),
        terminateInstructions: terminate.map(({ key: instanceKey, elementId = '' }) =>
          instanceKey === undefined ? { elementId: branded(elementId) } : { elementInstanceKey: branded(instanceKey) },
        ),
        moveInstructions: move.map(({ from, to }) => ({
          sourceElementInstruction: { sourceType: 'byId' as const, sourceElementId: branded(from) },
          targetElementId: branded(to),
        })),
      });
      return DONE;
    },
    async migrate({ key, definitionKey, mapping }) {
      await client.migrateProcessInstance({
        processInstanceKey: branded(key),
        targetProcessDefinitionKey: branded(definitionKey),
        mappingInstructions: mapping.map(([sourceElementId, targetElementId]) => ({
          sourceElementId: branded(sourceElementId),
          targetElementId: branded(targetElementId),
        })),
      });
      return DONE;
    },
    suspend: () => unknownToClient('suspend'),
    resume: () => unknownToClient('resume'),
    async deleteResource({ key }) {
      await client.deleteResource({ resourceKey: branded(key) });
      return DONE;
    },
    async assign({ key, assignee, allowOverride }) {
      await client.assignUserTask({ userTaskKey: branded(key), assignee, allowOverride });
      return DONE;
    },
    async unassign({ key }) {
      await client.unassignUserTask({ userTaskKey: branded(key) });
      return DONE;
    },
    async updateTask({ key, changes }) {
      const { candidateUsers, candidateGroups, ...rest } = changes;
      await client.updateUserTask({
        userTaskKey: branded(key),
        changeset: {
          ...rest,
          ...(candidateUsers !== undefined && { candidateUsers: [...candidateUsers] }),
          ...(candidateGroups !== undefined && { candidateGroups: [...candidateGroups] }),
        },
      });
      return DONE;
    },
    async completeTask({ key, variables }) {
      await client.completeUserTask({ userTaskKey: branded(key), variables: { ...variables } });
      return DONE;
    },
    async activateAdHoc({ key, elements, cancelRemaining }) {
      await client.activateAdHocSubProcessActivities({
        adHocSubProcessInstanceKey: branded(key),
        elements: elements.map(({ elementId, variables }) => ({
          elementId: branded(elementId),
          variables: { ...variables },
        })),
        cancelRemainingInstances: cancelRemaining,
      });
      return DONE;
    },
    async evaluateConditions({ variables, definitionKey }) {
      const { processInstances } = await client.evaluateConditionals({
        variables: { ...variables },
        ...(definitionKey !== undefined && { processDefinitionKey: branded(definitionKey) }),
      });
      return { started: processInstances.map(({ processInstanceKey }) => processInstanceKey) };
    },
    async evaluate({ expression, variables }) {
      const { result } = await client.evaluateExpression({ expression, variables: { ...variables } });
      return { result };
    },
    async evaluateDecision({ id, key, variables }) {
      const answer = await client.evaluateDecision({
        ...(key === undefined
          ? { decisionDefinitionId: branded<never>(id) }
          : { decisionDefinitionKey: branded<never>(key) }),
        variables: { ...variables },
      });
      return {
        decision: {
          output: JSON.parse(answer.output),
          failedDecisionId: answer.failedDecisionDefinitionId ?? '',
          failureMessage: answer.failureMessage ?? '',
          evaluated: answer.evaluatedDecisions.map(({ decisionDefinitionId, output, matchedRules }) => ({
            decisionId: decisionDefinitionId,
            output: JSON.parse(output),
            matchedRules: matchedRules.map(({ ruleIndex }) => ruleIndex),
          })),
        },
      };
    },
    async createClusterVariable({ name, value }) {
      await client.createGlobalClusterVariable({ name, value: value as { [name: string]: unknown } });
      return DONE;
    },
    async createGlobalListener({ id, type, events, priority, afterNonGlobal }) {
      await client.createGlobalTaskListener({
        id: branded(id),
        type,
        eventTypes: events as 'completing'[],
        priority,
        afterNonGlobal,
      });
      return DONE;
    },
    async deleteGlobalListener({ id }) {
      await client.deleteGlobalTaskListener({ id: branded(id) });
      return DONE;
    },
    async pinClock({ byMs }) {
      await client.pinClock({ timestamp: presentMs() + byMs });
      return DONE;
    },
    async resetClock() {
      await client.resetClock();
      return DONE;
    },
    async batch({ type, instanceKeys }) {
      if (type !== 'CANCEL_PROCESS_INSTANCE') return unknownToClient(type);
      const { batchOperationKey } = await client.cancelProcessInstancesBatchOperation({
        filter: { processInstanceKey: { $in: instanceKeys.map((each) => branded(each)) } },
      });
      return { key: batchOperationKey };
    },
    async suspendBatch({ key }) {
      await client.suspendBatchOperation({ batchOperationKey: branded(key) });
      return DONE;
    },
    async resumeBatch({ key }) {
      await client.resumeBatchOperation({ batchOperationKey: branded(key) });
      return DONE;
    },
    async cancelBatch({ key }) {
      await client.cancelBatchOperation({ batchOperationKey: branded(key) });
      return DONE;
    },
  };
}

async function unknownToClient(command: string): Promise<never> {
  throw new Error(`Expected a command that the official client has, but it has no ${command}: run it in process only`);
}

function jobResult(data: JobResultData) {
  if ('activateElements' in data) {
    return {
      type: 'adHocSubProcess' as const,
      activateElements: data.activateElements.map(
        ({ element, variables = {} }: { element: string; variables?: Variables }) => ({
          elementId: branded<never>(element),
          variables: { ...variables },
        }),
      ),
      isCompletionConditionFulfilled: data.fulfilled ?? false,
      isCancelRemainingInstances: data.cancelRemaining ?? false,
    };
  }
  const { denied = false, deniedReason, corrections } = data;
  const { candidateUsers, candidateGroups, ...rest } = corrections ?? {};
  return {
    type: 'userTask' as const,
    denied,
    ...(deniedReason !== undefined && { deniedReason }),
    ...(corrections !== undefined && {
      corrections: {
        ...rest,
        ...(candidateUsers !== undefined && { candidateUsers: [...candidateUsers] }),
        ...(candidateGroups !== undefined && { candidateGroups: [...candidateGroups] }),
      },
    }),
  };
}
