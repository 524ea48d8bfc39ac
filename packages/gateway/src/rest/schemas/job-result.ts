import { elementId } from './identifiers.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

const optionalNames: InlineSchema = { type: 'array', items: { type: 'string' }, nullable: true };

const jobResultCorrections: NamedSchema = {
  name: 'JobResultCorrections',
  definition: {
    type: 'object',
    description: 'Attributes of the user task a listener sets; absent = unchanged, empty = cleared.',
    nullable: true,
    additionalProperties: false,
    properties: {
      assignee: { type: 'string', nullable: true },
      dueDate: { type: 'string', format: 'date-time', nullable: true },
      followUpDate: { type: 'string', format: 'date-time', nullable: true },
      candidateUsers: optionalNames,
      candidateGroups: optionalNames,
      priority: { type: 'integer', format: 'int32', minimum: 0, maximum: 100, nullable: true },
    },
  },
};

const jobResultActivateElement: NamedSchema = {
  name: 'JobResultActivateElement',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { elementId, variables: { ...variables('Variables of the activated element.'), nullable: true } },
  },
};

const jobResultUserTask: NamedSchema = {
  name: 'JobResultUserTask',
  definition: {
    type: 'object',
    description: 'What a task listener decided.',
    additionalProperties: false,
    properties: {
      type: { type: 'string' },
      denied: { type: 'boolean', nullable: true },
      deniedReason: { type: 'string', nullable: true },
      corrections: jobResultCorrections,
    },
  },
};

const jobResultAdHocSubProcess: NamedSchema = {
  name: 'JobResultAdHocSubProcess',
  definition: {
    type: 'object',
    description: 'What an ad-hoc sub-process does next.',
    additionalProperties: false,
    properties: {
      type: { type: 'string' },
      activateElements: { type: 'array', items: jobResultActivateElement },
      isCompletionConditionFulfilled: { type: 'boolean', default: false },
      isCancelRemainingInstances: { type: 'boolean', default: false },
    },
  },
};

export const jobResult: NamedSchema = {
  name: 'JobResult',
  definition: {
    oneOf: [jobResultUserTask, jobResultAdHocSubProcess],
    discriminator: {
      propertyName: 'type',
      schemas: { userTask: jobResultUserTask, adHocSubProcess: jobResultAdHocSubProcess },
    },
  },
  // No job of ours takes a result yet, so there is nothing to check in it.
  checked: { type: 'object', additionalProperties: {} },
};
