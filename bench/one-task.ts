/** The instance everything is measured with: start → service task → end, three variables, one more from the worker. */
import { readFileSync } from 'node:fs';

export const oneTask = {
  bpmnProcessId: 'bench-one-task',
  jobType: 'bench-job',
  resourceName: 'one-task.bpmn',
  xml: readFileSync(new URL('./one-task.bpmn', import.meta.url), 'utf8'),
  /** What an instance starts with. */
  variables: { orderId: 'o-1', amount: 120.5, vip: true },
  /** What the worker gives back. */
  result: { paid: true },
  /** Far longer than any run, so that no job times out meanwhile. */
  jobTimeoutMs: 600_000,
} as const;
