/**
 * Works on the order process over REST, with the official client @camunda8/orchestration-cluster-api.
 * Usage: npx node examples/order-fulfilment/worker-rest.ts [job type …]
 */
import createCamundaClient from '@camunda8/orchestration-cluster-api';
import { jobTypesToServe } from './job-types.ts';
import { orderJobs } from './order-jobs.ts';

const client = createCamundaClient({
  config: { CAMUNDA_REST_ADDRESS: process.env.CAMUNDA_REST_ADDRESS ?? 'http://localhost:8080' },
});

for (const jobType of jobTypesToServe()) {
  client.createJobWorker({
    jobType,
    workerName: 'order-worker-rest',
    maxParallelJobs: 10,
    jobTimeoutMs: 30_000,
    jobHandler: async (job) => {
      const outcome = await orderJobs[jobType]?.(job.variables);
      console.log(`${jobType} ${job.jobKey}: ${JSON.stringify(outcome)}`);
      if (outcome === undefined) return job.ignore();
      if (outcome.kind === 'complete') return job.complete(outcome.variables);
      // Nothing but what the API knows: a field it does not know is refused.
      return job.error({ errorCode: outcome.errorCode, errorMessage: outcome.errorMessage });
    },
  });
  console.log(`Waiting for ${jobType} over REST`);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all(client.getWorkers().map((worker) => worker.stopGracefully({ waitUpToMs: 5_000 })));
    process.exit();
  });
}
