import type { ExpressionSource, JobDefinition } from '@waggle/bpmn';
import { JobIntent, JobKind, JobListenerEventType, NO_KEY, ValueType } from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isTerminating } from '../../state/element-instance.ts';
import { getInstance } from '../element-transitions.ts';
import { evaluateString, scopeContext } from '../expressions/evaluate-expression.ts';
import { isSuspended } from '../suspension/suspended-instances.ts';
import { suspendJob } from '../suspension/suspension.ts';
import { evaluatePriority } from './job-priority.ts';
import { evaluateRetries } from './job-retries.ts';
import { LINKED_RESOURCES_HEADER, linkedResourcesHeader } from './linked-resources.ts';

/** What a model says about a job, evaluated. */
export interface JobProperties {
  readonly type: string;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Default 0. */
  readonly priority?: number;
  /** Default BPMN_ELEMENT. */
  readonly kind?: JobKind;
  readonly listenerEventType?: JobListenerEventType;
  /** Task listeners: what the transition of the user task changes. */
  readonly changedAttributes?: readonly string[];
}

/** Evaluates what the model says about a listener in the scope of its element, before anything is written. */
export function evaluateListenerJob(
  processing: Processing,
  listener: { readonly type: ExpressionSource; readonly retries: ExpressionSource },
  instance: ElementInstance,
): EvaluatedJob | Failure {
  const ofElement = processing.models.elementOf(instance.value).job?.priority;
  return evaluate(processing, { type: listener.type, retries: listener.retries, priority: ofElement }, instance);
}

/** Evaluates what the model says about a job in the element's scope, before anything is written. */
export function evaluateJob(
  processing: Processing,
  definition: JobDefinition,
  instance: ElementInstance,
): JobProperties | Failure {
  const evaluated = evaluate(processing, definition, instance);
  if (evaluated instanceof Failure) return evaluated;
  const { headers, linkedResources } = definition;
  if (linkedResources.length === 0) return { ...evaluated, headers };
  const linked = linkedResourcesHeader(processing, linkedResources, instance);
  if (linked instanceof Failure) return linked;
  return { ...evaluated, headers: { ...headers, [LINKED_RESOURCES_HEADER]: linked } };
}

interface EvaluatedJob {
  readonly type: string;
  readonly retries: number;
  readonly priority: number;
}

function evaluate(
  processing: Processing,
  definition: Pick<JobDefinition, 'type' | 'retries' | 'priority'>,
  instance: ElementInstance,
): EvaluatedJob | Failure {
  const context = scopeContext(processing, instance.key);
  const type = evaluateString(processing, definition.type, context);
  if (type instanceof Failure) return type;
  const retries = evaluateRetries(processing, definition.retries, context);
  if (retries instanceof Failure) return retries;
  const priority = evaluatePriority(processing, definition.priority, instance, context);
  if (priority instanceof Failure) return priority;
  return { type, retries, priority };
}

/** Creates a job of an element, which becomes its open one, and lets workers know once the command is through. */
export function createJob(processing: Processing, instance: ElementInstance, properties: JobProperties): void {
  const { value } = instance;
  const jobKey = processing.keys.next();
  processing.write.event(ValueType.JOB, JobIntent.CREATED, jobKey, {
    type: properties.type,
    worker: '',
    retries: properties.retries,
    deadline: -1,
    retryBackoff: 0,
    recurringTime: -1,
    timeout: -1,
    errorMessage: '',
    errorCode: '',
    customHeaders: properties.headers,
    kind: properties.kind ?? JobKind.BPMN_ELEMENT,
    elementId: value.elementId,
    elementInstanceKey: instance.key,
    bpmnProcessId: value.bpmnProcessId,
    processDefinitionVersion: value.version,
    processDefinitionKey: value.processDefinitionKey,
    processInstanceKey: value.processInstanceKey,
    tenantId: value.tenantId,
    variables: '{}',
    changedAttributes: properties.changedAttributes ?? [],
    listenerEventType: properties.listenerEventType ?? JobListenerEventType.UNSPECIFIED,
    priority: properties.priority ?? 0,
    leaseToken: '',
    result: undefined,
  });
  const isHeld = !isTerminating(instance) && isSuspended(processing, value.processInstanceKey);
  if (isHeld) suspendJob(processing, getInstance(processing, instance.key));
  else processing.activatableJobs.push(jobKey);
}

/** Takes back the open job of an element that is leaving. */
export function cancelJob(processing: Processing, instance: ElementInstance): void {
  if (instance.jobKey === NO_KEY) return;
  const job = processing.state.jobs.get(instance.jobKey);
  if (job === undefined) return;
  // An error that was caught has ended the job already; one without a catch waits with an incident.
  const hasEnded = job.state === 'ERROR_THROWN' && processing.state.jobIncidents.get(instance.jobKey) === undefined;
  if (!hasEnded) processing.write.event(ValueType.JOB, JobIntent.CANCELED, instance.jobKey, job.value);
}
