import { type CrashClient, JOB_TIMEOUT_MS, JOBS_MAX, MESSAGE_TTL_MS, POLL_MS } from './crash-client.ts';

/** Plain requests without retries: what was acknowledged is what the server said, not what a library made of it. */
export function restCrashClient(address: string): CrashClient {
  const post = async (path: string, body: object): Promise<Response> => {
    const response = await fetch(`${address}/v2${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok && response.status !== 404) {
      throw new Error(`Expected ${path} to succeed, but got ${response.status}: ${await response.text()}`);
    }
    return response;
  };
  return {
    async create(processDefinitionId, variables) {
      const response = await post('/process-instances', { processDefinitionId, variables });
      const { processInstanceKey } = (await response.json()) as { readonly processInstanceKey?: string };
      if (processInstanceKey === undefined)
        throw new Error(`Expected to create ${processDefinitionId}, but it is gone.`);
      return processInstanceKey;
    },
    async activate(type) {
      const response = await post('/jobs/activation', {
        type,
        worker: 'crash-rest',
        timeout: JOB_TIMEOUT_MS,
        maxJobsToActivate: JOBS_MAX,
        requestTimeout: POLL_MS,
      });
      const { jobs } = (await response.json()) as { readonly jobs: readonly { readonly jobKey: string }[] };
      return jobs.map(({ jobKey }) => jobKey);
    },
    async complete(jobKey) {
      const response = await post(`/jobs/${jobKey}/completion`, {});
      await response.body?.cancel();
      return response.ok;
    },
    async publish(name, correlationKey) {
      await (await post('/messages/publication', { name, correlationKey, timeToLive: MESSAGE_TTL_MS })).json();
    },
    close: async () => undefined,
  };
}
