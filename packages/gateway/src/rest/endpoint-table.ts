import type { Endpoint } from './endpoint.ts';
import { activateJobs } from './endpoints/activate-jobs.ts';
import { cancelProcessInstance } from './endpoints/cancel-process-instance.ts';
import { completeJob } from './endpoints/complete-job.ts';
import { correlateMessage } from './endpoints/correlate-message.ts';
import { createDeployment } from './endpoints/create-deployment.ts';
import { createElementInstanceVariables } from './endpoints/create-element-instance-variables.ts';
import { createProcessInstance } from './endpoints/create-process-instance.ts';
import { failJob } from './endpoints/fail-job.ts';
import { getLicense } from './endpoints/get-license.ts';
import { getStatus } from './endpoints/get-status.ts';
import { getSystemConfiguration } from './endpoints/get-system-configuration.ts';
import { getTopology } from './endpoints/get-topology.ts';
import { publishMessage } from './endpoints/publish-message.ts';
import { resolveIncident } from './endpoints/resolve-incident.ts';
import { throwJobError } from './endpoints/throw-job-error.ts';
import { updateJob } from './endpoints/update-job.ts';

/** Every operation of the API. The server and the API document are made from this list. */
export const endpoints: readonly Endpoint[] = [
  getStatus,
  getTopology,
  getLicense,
  getSystemConfiguration,
  createDeployment,
  createProcessInstance,
  cancelProcessInstance,
  activateJobs,
  completeJob,
  failJob,
  throwJobError,
  updateJob,
  createElementInstanceVariables,
  resolveIncident,
  publishMessage,
  correlateMessage,
];
