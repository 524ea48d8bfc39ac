/** The commands that gRPC has, as calls of the official SDK; the others go over REST. */
import type { Camunda8 } from '@camunda8/sdk';
import type { Accepted } from './driver.ts';
import type { WireCommands } from './rest-commands.ts';
import type { Variables } from './scenario.ts';

export type GrpcClient = ReturnType<Camunda8['getZeebeGrpcApiClient']>;

const DONE: Accepted = {};
const WAITING_MS = 3_000;

/** The SDK wants what JSON.parse gives. */
const document = (variables: Variables) => JSON.parse(JSON.stringify(variables));

export function grpcCommands(client: GrpcClient, rest: WireCommands): WireCommands {
  return {
    ...rest,
    async deploy({ files }) {
      if (!files.every(({ name }) => /\.(?:bpmn|dmn)$/.test(name))) return rest.deploy({ files });
      await client.deployResources(
        files.map(({ name, content }) =>
          name.endsWith('.dmn') ? { name, decision: Buffer.from(content) } : { name, process: Buffer.from(content) },
        ),
      );
      return DONE;
    },
    async create(request) {
      const { processId, version, variables, startAt, terminateAfter, tags, businessId, awaitResult } = request;
      const isPlain = terminateAfter.length === 0 && tags.length === 0 && businessId === '';
      if (!isPlain || awaitResult !== false) return rest.create(request);
      const created = await client.createProcessInstance({
        bpmnProcessId: processId,
        version,
        variables: document(variables),
        startInstructions: startAt.map((elementId) => ({ elementId })),
      });
      return { key: created.processInstanceKey };
    },
    async activate({ type, max, timeoutMs, fetch, worker, waits }) {
      const jobs = await client.activateJobs({
        type,
        maxJobsToActivate: max,
        timeout: timeoutMs,
        worker,
        requestTimeout: waits ? WAITING_MS : -1,
        tenantIds: ['<default>'],
        ...(fetch.length > 0 && { fetchVariable: [...fetch] }),
      });
      return {
        jobs: jobs.map(({ key, variables, worker: taker, retries, customHeaders }) => ({
          key,
          variables,
          worker: taker,
          retries,
          customHeaders,
        })),
      };
    },
    async complete(request) {
      if (request.result !== undefined) return rest.complete(request);
      await client.completeJob({ jobKey: request.key, variables: document(request.variables) });
      return DONE;
    },
    async fail({ key, retries, backOffMs, message, variables }) {
      await client.failJob({
        jobKey: key,
        retries,
        retryBackOff: backOffMs,
        errorMessage: message,
        variables: document(variables),
      });
      return DONE;
    },
    async throwError({ key, code, message, variables }) {
      await client.throwError({
        jobKey: key,
        errorCode: code,
        errorMessage: message,
        variables: document(variables),
      });
      return DONE;
    },
    async updateJob(request) {
      const { key, retries, timeoutMs } = request;
      if (retries === undefined || timeoutMs !== undefined) return rest.updateJob(request);
      await client.updateJobRetries({ jobKey: key, retries });
      return DONE;
    },
    async publish({ name, correlationKey, ttlMs, id, variables }) {
      await client.publishMessage({
        name,
        correlationKey,
        timeToLive: ttlMs,
        variables: document(variables),
        ...(id !== '' && { messageId: id }),
      });
      return DONE;
    },
    async broadcast({ name, variables }) {
      await client.broadcastSignal({ signalName: name, variables: document(variables) });
      return DONE;
    },
    async setVariables({ key, variables, local }) {
      await client.setVariables({ elementInstanceKey: key, variables: document(variables), local });
      return DONE;
    },
    async resolve({ key }) {
      await client.resolveIncident({ incidentKey: key });
      return DONE;
    },
    async cancel({ key }) {
      await client.cancelProcessInstance(key);
      return DONE;
    },
    async evaluateDecision({ id, key, variables }) {
      const answer = await client.evaluateDecision({
        ...(key === undefined ? { decisionId: id } : { decisionKey: key }),
        variables: document(variables),
      });
      return {
        decision: {
          output: JSON.parse(answer.decisionOutput),
          failedDecisionId: answer.failedDecisionId,
          failureMessage: answer.failureMessage,
          evaluated: answer.evaluatedDecisions.map(({ decisionId, decisionOutput, matchedRules }) => ({
            decisionId,
            output: JSON.parse(decisionOutput),
            matchedRules: matchedRules.map(({ ruleIndex }) => ruleIndex),
          })),
        },
      };
    },
    async migrate({ key, definitionKey, mapping }) {
      await client.migrateProcessInstance({
        processInstanceKey: key,
        migrationPlan: {
          targetProcessDefinitionKey: definitionKey,
          mappingInstructions: mapping.map(([sourceElementId, targetElementId]) => ({
            sourceElementId,
            targetElementId,
          })),
        },
      });
      return DONE;
    },
    async deleteResource({ key }) {
      await client.deleteResource({ resourceKey: key });
      return DONE;
    },
  };
}
