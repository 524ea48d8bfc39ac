import type { DemoApi, Variables } from './demo-api.ts';
import type { DemoCluster, OperatedInstance } from './demo-cluster.ts';
import type { PlannedOperation } from './planned-instance.ts';
import { hasCode, unlessGone } from './unless-gone.ts';

/** What operators do to a filled cluster, and what happens in the world around it. */
export async function operateDemo(api: DemoApi, cluster: DemoCluster): Promise<void> {
  await operate(api, cluster.takeOperations());
  await api.broadcast('office-moved');
  await api.broadcast('first-day');
  await askDecisions(api);
}

/** One by one, and many at once, so that there are batches to look at. */
export async function operate(api: DemoApi, instances: readonly OperatedInstance[]): Promise<void> {
  const keysOf = (wanted: PlannedOperation): readonly string[] =>
    instances.filter(({ operation }) => operation === wanted).map(({ key }) => key);

  for (const key of keysOf('cancel')) await unlessGone(api.cancel(key));
  for (const key of keysOf('suspend')) await unlessGone(api.suspend(key));
  await inBatch(keysOf('cancel-by-batch'), (filter) => api.batch('cancellation', filter));
  await inBatch(keysOf('suspend-by-batch'), (filter) => api.batch('suspension', filter));
  await resolveByBatch(api, keysOf('resolve-by-batch'));
  await migrateByBatch(api, keysOf('migrate-by-batch'));
}

async function inBatch(keys: readonly string[], run: (filter: Variables) => Promise<void>): Promise<void> {
  if (keys.length > 0) await run({ processInstanceKey: { $in: keys } });
}

/** What is stuck are the shipments of the orders. */
async function resolveByBatch(api: DemoApi, orders: readonly string[]): Promise<void> {
  const shipments = await api.calledBy(orders);
  await inBatch(shipments, (filter) => api.updateJobs({ ...filter, state: 'FAILED' }, { retries: 2 }));
  await inBatch(shipments, (filter) => api.batch('incident-resolution', filter));
}

/** Somebody forgot the orders whose parcel is on its way: these cannot be migrated by this plan. */
async function migrateByBatch(api: DemoApi, keys: readonly string[]): Promise<void> {
  const targetProcessDefinitionKey = await api.definitionKeyOf('order-process', '2.0');
  const mappingInstructions = ['WaitForPayment', 'NotPaidInTime'].map((elementId) => ({
    sourceElementId: elementId,
    targetElementId: elementId,
  }));
  await inBatch(keys, (filter) =>
    api.batch('migration', filter, { migrationPlan: { targetProcessDefinitionKey, mappingInstructions } }),
  );
}

/** Questions that no process asks; the last cannot be answered. */
async function askDecisions(api: DemoApi): Promise<void> {
  await api.evaluate('discount', { customerTier: 'gold', orderAmount: 720 });
  await api.evaluate('discount', { customerTier: 'bronze', orderAmount: 80 });
  const loan = { creditScore: 640, monthlyIncome: 3_400, monthlyDebts: 300, amount: 18_000, termMonths: 48 };
  await api.evaluate('loan-risk', loan);
  await api.evaluate('warnings', { ...loan, amount: 60_000, applicant: { employment: 'self-employed' } });
  try {
    await api.evaluate('loan-risk', { ...loan, amount: 0 });
  } catch (error) {
    // It is there to be seen as a failed one.
    if (!hasCode(error, 'REQUEST_REJECTED')) throw error;
  }
}
