/**
 * Works on the order process over gRPC, with the official client @camunda8/sdk: the server pushes jobs down a stream.
 * Usage: npx node examples/order-fulfilment/worker-grpc.ts [job type …]
 */
import { Camunda8 } from '@camunda8/sdk';
import { jobTypesToServe } from './job-types.ts';
import { orderJobs } from './order-jobs.ts';

const client = new Camunda8({
  ZEEBE_GRPC_ADDRESS: process.env.ZEEBE_GRPC_ADDRESS ?? 'grpc://localhost:26500',
  CAMUNDA_AUTH_STRATEGY: 'NONE',
}).getZeebeGrpcApiClient();

for (const type of jobTypesToServe()) {
  await client.streamJobs({
    type,
    worker: 'order-worker-grpc',
    timeout: 30_000,
    tenantIds: ['<default>'],
    taskHandler: async (job) => {
      const outcome = await orderJobs[type]?.(job.variables);
      console.log(`${type} ${job.key}: ${JSON.stringify(outcome)}`);
      if (outcome === undefined) return job.forward();
      return outcome.kind === 'complete'
        ? job.complete(outcome.variables)
        : job.error(outcome.errorCode, outcome.errorMessage);
    },
  });
  console.log(`Waiting for ${type} over gRPC`);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await client.close();
    process.exit();
  });
}
