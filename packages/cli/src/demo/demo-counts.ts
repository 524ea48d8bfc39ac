import type { Count, DemoApi } from './demo-api.ts';
import { demoProcessIds } from './demo-files.ts';

/** The cluster in a few numbers, over all runs of the demo. Called instances count with their callers. */
export interface DemoCounts {
  readonly started: Count;
  readonly completed: Count;
  readonly incidents: Count;
  readonly tasksWaiting: Count;
}

const processDefinitionId = { $in: demoProcessIds };
const notCalled = { processDefinitionId, parentProcessInstanceKey: { $exists: false } };

export async function demoCounts(api: DemoApi): Promise<DemoCounts> {
  const [started, completed, incidents, tasksWaiting] = await Promise.all([
    api.count('process-instances', notCalled),
    api.count('process-instances', { ...notCalled, state: 'COMPLETED' }),
    api.count('incidents', { processDefinitionId, state: 'ACTIVE' }),
    api.count('user-tasks', { processDefinitionId, state: 'CREATED' }),
  ]);
  return { started, completed, incidents, tasksWaiting };
}

export function describeCounts({ started, completed, incidents, tasksWaiting }: DemoCounts): string {
  return [
    `${textOf(started)} ${started.count === 1 ? 'instance' : 'instances'} started`,
    `${textOf(completed)} completed`,
    `${textOf(incidents)} ${incidents.count === 1 ? 'incident' : 'incidents'}`,
    `${textOf(tasksWaiting)} ${tasksWaiting.count === 1 ? 'task' : 'tasks'} waiting`,
  ].join(', ');
}

function textOf({ count, isMore }: Count): string {
  return isMore ? `more than ${count}` : String(count);
}
