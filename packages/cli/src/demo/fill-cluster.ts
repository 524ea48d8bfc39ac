import type { DemoApi } from './demo-api.ts';
import type { DemoCluster } from './demo-cluster.ts';
import { deployDemo } from './demo-files.ts';
import { operateDemo } from './operate-demo.ts';
import type { InstancePlanner } from './plan-instance.ts';
import { settle } from './settle.ts';

/**
 * Makes a cluster with something of everything: deploys, starts instances, works on them until nothing moves, operates on
 * some, and works on what that set going.
 */
export async function fillCluster(
  api: DemoApi,
  cluster: DemoCluster,
  plan: InstancePlanner,
  instances: number,
): Promise<void> {
  await deployDemo(api);
  await cluster.start(Array.from({ length: instances }, plan));
  await settle(cluster, 1);
  await operateDemo(api, cluster);
  await settle(cluster, 2);
}
