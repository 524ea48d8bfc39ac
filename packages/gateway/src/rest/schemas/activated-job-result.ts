import { businessId, elementId, processDefinitionId, tagSet, tenantId } from './identifiers.ts';
import { elementInstanceKey, jobKey, processDefinitionKey, processInstanceKey } from './keys.ts';
import { type NamedSchema, orNull } from './schema.ts';
import { userTaskProperties } from './user-task-properties.ts';
import { variables } from './variables.ts';

export const jobKindEnum: NamedSchema = {
  name: 'JobKindEnum',
  definition: {
    type: 'string',
    description: 'What the job does for its element.',
    enum: ['BPMN_ELEMENT', 'EXECUTION_LISTENER', 'TASK_LISTENER', 'AD_HOC_SUB_PROCESS'],
  },
};

export const jobListenerEventTypeEnum: NamedSchema = {
  name: 'JobListenerEventTypeEnum',
  definition: {
    type: 'string',
    description: 'The event a listener job reacts to; UNSPECIFIED for other jobs.',
    enum: [
      'ASSIGNING',
      'BEFORE_ALL',
      'CANCEL',
      'CANCELING',
      'COMPLETING',
      'CREATING',
      'END',
      'START',
      'UNSPECIFIED',
      'UPDATING',
    ],
  },
};

export const activatedJobResult: NamedSchema = {
  name: 'ActivatedJobResult',
  definition: {
    type: 'object',
    description: 'A job as its worker receives it.',
    properties: {
      type: { type: 'string' },
      processDefinitionId,
      processDefinitionVersion: { type: 'integer', format: 'int32' },
      elementId,
      customHeaders: variables('Headers of the task, as the model gives them.'),
      worker: { type: 'string', description: 'The worker the job was handed to.' },
      retries: { type: 'integer', format: 'int32', description: 'Attempts left.' },
      deadline: {
        type: 'integer',
        format: 'int64',
        description: 'Epoch milliseconds until which the job is the worker’s.',
      },
      variables: variables('The variables asked for, or all visible ones.'),
      tenantId,
      physicalTenantId: { type: 'string', description: 'The installation within the cluster; always `default`.' },
      jobKey,
      processInstanceKey,
      processDefinitionKey,
      elementInstanceKey,
      kind: jobKindEnum,
      listenerEventType: jobListenerEventTypeEnum,
      userTask: orNull(userTaskProperties),
      tags: tagSet,
      rootProcessInstanceKey: orNull(processInstanceKey),
      businessId: orNull(businessId),
      priority: { type: 'integer', format: 'int32', description: 'Jobs with a higher one are handed out first.' },
      leaseToken: { type: 'string', nullable: true, description: 'Names this activation, if a lease was asked for.' },
    },
    required: [
      'type',
      'processDefinitionId',
      'processDefinitionVersion',
      'elementId',
      'customHeaders',
      'worker',
      'retries',
      'deadline',
      'variables',
      'tenantId',
      'physicalTenantId',
      'jobKey',
      'processInstanceKey',
      'processDefinitionKey',
      'elementInstanceKey',
      'kind',
      'listenerEventType',
      'userTask',
      'tags',
      'rootProcessInstanceKey',
      'businessId',
      'priority',
      'leaseToken',
    ],
  },
};

export const jobActivationResult: NamedSchema = {
  name: 'JobActivationResult',
  definition: {
    type: 'object',
    properties: { jobs: { type: 'array', items: activatedJobResult, description: 'Possibly none.' } },
    required: ['jobs'],
  },
};
