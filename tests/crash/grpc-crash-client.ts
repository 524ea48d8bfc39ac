import { Camunda8 } from '@camunda8/sdk';
import { type CrashClient, JOB_TIMEOUT_MS, JOBS_MAX, MESSAGE_TTL_MS, POLL_MS } from './crash-client.ts';

/** The status code for an entity that does not exist. */
const NOT_FOUND = 5;

/** The official client with its retries turned off. */
export function grpcCrashClient(address: string): CrashClient {
  const client = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${address}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
    zeebeGrpcSettings: {
      ZEEBE_CLIENT_LOG_LEVEL: 'NONE',
      ZEEBE_GRPC_CLIENT_RETRY: false,
      // After a kill the server is back within a second; the default back-off would sit out most of the test.
      GRPC_INITIAL_RECONNECT_BACKOFF_MS: '100',
      GRPC_MAX_RECONNECT_BACKOFF_MS: '300',
      GRPC_MIN_RECONNECT_BACKOFF_MS: '100',
    },
  }).getZeebeGrpcApiClient();
  return {
    async create(bpmnProcessId, variables) {
      return (await client.createProcessInstance({ bpmnProcessId, variables })).processInstanceKey;
    },
    async activate(type) {
      const jobs = await client.activateJobs({
        type,
        worker: 'crash-grpc',
        timeout: JOB_TIMEOUT_MS,
        maxJobsToActivate: JOBS_MAX,
        requestTimeout: POLL_MS,
      });
      return jobs.map(({ key }) => key);
    },
    async complete(jobKey) {
      try {
        await client.completeJob({ jobKey, variables: {} });
        return true;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return false;
        throw error;
      }
    },
    async publish(name, correlationKey) {
      await client.publishMessage({ name, correlationKey, timeToLive: MESSAGE_TTL_MS, variables: {} });
    },
    async close() {
      await client.close();
    },
  };
}
