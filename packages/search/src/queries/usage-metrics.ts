import { usageInterval } from '@waggle/secondary-storage';
import { type RawBuilder, sql } from 'kysely';
import type { SpecialQuery } from '../reading/special-queries.ts';

interface Parameters {
  /** Epoch milliseconds; the interval that it lies in counts as a whole. */
  readonly startTime: number;
  /** Exclusive. */
  readonly endTime: number;
  readonly tenantId?: string;
  /** Also tell each tenant's part. */
  readonly withTenants: boolean;
}

interface Usage {
  processInstances: number;
  decisionInstances: number;
  assignees: number;
}

/** What was used in a time, in all and by tenants. */
export const usageMetrics: SpecialQuery<Parameters> = async (parameters, { all }) => {
  const { startTime, endTime, tenantId, withTenants } = parameters;
  const tenant = tenantId === undefined ? sql`` : sql`AND tenant_id = ${tenantId}`;
  const inRange: RawBuilder<boolean> = sql`event_time >= ${usageInterval(startTime)} AND event_time < ${endTime} ${tenant}`;
  const tenants: Record<string, Usage> = Object.create(null);
  const usageOf = (id: string) => (tenants[id] ??= { processInstances: 0, decisionInstances: 0, assignees: 0 });

  const counts = await all(
    sql`SELECT tenant_id, sum(process_instances), sum(decision_instances) FROM usage_metric WHERE ${inRange} GROUP BY tenant_id`,
  );
  for (const [id, processInstances, decisionInstances] of counts) {
    Object.assign(usageOf(String(id)), {
      processInstances: Number(processInstances),
      decisionInstances: Number(decisionInstances),
    });
  }
  const assignees = await all(
    sql`SELECT tenant_id, count(DISTINCT assignee_hash) FROM usage_metric_assignee WHERE ${inRange} GROUP BY tenant_id`,
  );
  for (const [id, count] of assignees) usageOf(String(id)).assignees = Number(count);
  // Somebody may work for several tenants.
  const [inAll] = await all(sql`SELECT count(DISTINCT assignee_hash) FROM usage_metric_assignee WHERE ${inRange}`);

  const usages = Object.values(tenants);
  return JSON.stringify({
    processInstances: usages.reduce((sum, { processInstances }) => sum + processInstances, 0),
    decisionInstances: usages.reduce((sum, { decisionInstances }) => sum + decisionInstances, 0),
    assignees: Number(inAll?.[0] ?? 0),
    activeTenants: usages.length,
    tenants: withTenants ? tenants : {},
  });
};
