import type { DemoApi } from './demo-api.ts';
import { demoProcessIds } from './demo-files.ts';

/** The cluster in a few numbers, over all runs of the demo. Called instances count with their callers. */
export interface DemoCounts {
  readonly started: number;
  readonly completed: number;
  readonly incidents: number;
  readonly tasksWaiting: number;
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
    `${started} ${started === 1 ? 'instance' : 'instances'} started`,
    `${completed} completed`,
    `${incidents} ${incidents === 1 ? 'incident' : 'incidents'}`,
    `${tasksWaiting} ${tasksWaiting === 1 ? 'task' : 'tasks'} waiting`,
  ].join(', ');
}
