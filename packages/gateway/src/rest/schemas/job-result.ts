import { elementId } from './identifiers.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

/** The checked `result` of a completion; which members there are depends on `type`. */
export interface JobResultMember {
  readonly type?: 'userTask' | 'adHocSubProcess' | null;
  readonly denied?: boolean | null;
  readonly deniedReason?: string | null;
  readonly corrections?: JobResultCorrectionsMember | null;
  readonly activateElements?: readonly { readonly elementId?: string | null }[] | null;
  readonly isCompletionConditionFulfilled?: boolean | null;
  readonly isCancelRemainingInstances?: boolean | null;
}

export interface JobResultCorrectionsMember {
  readonly assignee?: string | null;
  readonly dueDate?: string | null;
  readonly followUpDate?: string | null;
  readonly candidateUsers?: readonly string[] | null;
  readonly candidateGroups?: readonly string[] | null;
  readonly priority?: number | null;
}

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
    required: ['elementId'],
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

export const jobResult: NamedSchema<JobResultMember> = {
  name: 'JobResult',
  definition: {
    oneOf: [jobResultUserTask, jobResultAdHocSubProcess],
    discriminator: {
      propertyName: 'type',
      schemas: { userTask: jobResultUserTask, adHocSubProcess: jobResultAdHocSubProcess },
    },
  },
  checked: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...jobResultUserTask.definition.properties,
      ...jobResultAdHocSubProcess.definition.properties,
      type: { type: 'string', enum: ['userTask', 'adHocSubProcess'] },
    },
    membersByKind: {
      by: 'type',
      otherwise: 'userTask',
      kinds: {
        userTask: Object.keys(jobResultUserTask.definition.properties ?? {}),
        adHocSubProcess: Object.keys(jobResultAdHocSubProcess.definition.properties ?? {}),
      },
    },
  },
};
