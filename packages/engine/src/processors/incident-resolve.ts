import {
  IncidentIntent,
  type IncidentValue,
  NO_KEY,
  ProcessInstanceIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { giveUpElement } from '../behavior/element-giving-up.ts';
import { completeElement, continueActivating } from '../behavior/element-transitions.ts';
import { rearmTimers } from '../behavior/timers/timer-rearming.ts';
import { retryTransition } from '../behavior/user-tasks/user-task-transitions.ts';
import type { Processing } from '../processing.ts';
import { isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** The cause is mended: the job can be activated again, or the element tries its step again. */
export const incidentResolve: Processor<IncidentValue> = (processing, command) => {
  const { key } = command;
  const incident = processing.state.incidents.get(key);
  if (incident === undefined) {
    const reason = `Expected to resolve incident with key '${key}', but no such incident was found`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  const job = incident.jobKey === NO_KEY ? undefined : processing.state.jobs.get(incident.jobKey);
  if (job !== undefined && job.value.retries <= 0) {
    const reason = `Expected to resolve incident with key '${key}', but job with key '${incident.jobKey}' has no retries left. Please update the job retries and retry resolving the incident`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const { RESOLVED } = IncidentIntent;
  processing.write.respond(processing.write.event(ValueType.INCIDENT, RESOLVED, key, incident));
  if (job !== undefined) processing.activatableJobs.push(incident.jobKey);
  else retryElement(processing, incident);
};

function retryElement(processing: Processing, incident: IncidentValue): void {
  const instance = processing.state.elementInstances.get(incident.elementInstanceKey);
  if (instance === undefined) return;
  const { ELEMENT_ACTIVATING, ELEMENT_COMPLETING } = ProcessInstanceIntent;
  if (instance.state === ELEMENT_ACTIVATING) {
    continueActivating(processing, instance);
  } else if (instance.state === ELEMENT_COMPLETING) {
    completeElement(processing, instance);
  } else if (isTerminating(instance)) {
    giveUpElement(processing, instance);
  } else {
    rearmTimers(processing, instance);
    retryTransition(processing, instance);
  }
}
