import { elementId, operationReference } from './identifiers.ts';
import { elementInstanceKey } from './keys.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface ProcessInstanceModificationInstruction {
  readonly operationReference?: number | null;
  readonly activateInstructions?: readonly ActivateInstructionMember[] | null;
  readonly moveInstructions?: readonly MoveInstructionMember[] | null;
  readonly terminateInstructions?: readonly TerminateInstructionMember[] | null;
}

export interface VariableInstructionMember {
  readonly scopeId?: string | null;
}

export interface ActivateInstructionMember {
  readonly elementId: string;
  readonly ancestorElementInstanceKey?: string | null;
  readonly variableInstructions?: readonly VariableInstructionMember[] | null;
}

/** One of the two is there. */
export interface TerminateInstructionMember {
  readonly elementId?: string | null;
  readonly elementInstanceKey?: string | null;
}

export interface MoveInstructionMember {
  readonly sourceElementInstruction: {
    readonly sourceType: 'byId' | 'byKey';
    readonly sourceElementId?: string | null;
    readonly sourceElementInstanceKey?: string | null;
  };
  readonly targetElementId: string;
  readonly ancestorScopeInstruction?: {
    readonly ancestorScopeType: 'direct' | 'inferred' | 'sourceParent';
    readonly ancestorElementInstanceKey?: string | null;
  } | null;
  readonly variableInstructions?: readonly VariableInstructionMember[] | null;
}

function object(
  name: string,
  properties: NonNullable<InlineSchema['properties']>,
  required: readonly string[],
): NamedSchema {
  return { name, definition: { type: 'object', additionalProperties: false, properties, required } };
}

const variableInstruction = object(
  'ModifyProcessInstanceVariableInstruction',
  {
    variables: variables('Variables to set before the element starts.'),
    scopeId: {
      type: 'string',
      default: '',
      description: 'Element whose new scope gets them; none = the process instance.',
    },
  },
  ['variables'],
);

const variableInstructions: InlineSchema = { type: 'array', items: variableInstruction };

const activateInstruction = object(
  'ProcessInstanceModificationActivateInstruction',
  { elementId, variableInstructions, ancestorElementInstanceKey: elementInstanceKey },
  ['elementId'],
);

const terminateById = object('ProcessInstanceModificationTerminateByIdInstruction', { elementId }, ['elementId']);
const terminateByKey = object('ProcessInstanceModificationTerminateByKeyInstruction', { elementInstanceKey }, [
  'elementInstanceKey',
]);

const terminateInstruction: NamedSchema = {
  name: 'ProcessInstanceModificationTerminateInstruction',
  definition: { oneOf: [terminateById, terminateByKey] },
  checked: {
    type: 'object',
    additionalProperties: false,
    properties: { elementId, elementInstanceKey },
    exactlyOneOf: ['elementId', 'elementInstanceKey'],
  },
};

const kind: InlineSchema = { type: 'string' };

const sourceById = object('SourceElementIdInstruction', { sourceType: kind, sourceElementId: elementId }, [
  'sourceType',
  'sourceElementId',
]);
const sourceByKey = object(
  'SourceElementInstanceKeyInstruction',
  { sourceType: kind, sourceElementInstanceKey: elementInstanceKey },
  ['sourceType', 'sourceElementInstanceKey'],
);

const sourceElementInstruction: NamedSchema = {
  name: 'SourceElementInstruction',
  definition: {
    description: 'All instances of an element, or one of them.',
    oneOf: [sourceById, sourceByKey],
    discriminator: { propertyName: 'sourceType', schemas: { byId: sourceById, byKey: sourceByKey } },
  },
  checked: {
    type: 'object',
    additionalProperties: false,
    properties: {
      sourceType: { type: 'string', enum: ['byId', 'byKey'] },
      sourceElementId: elementId,
      sourceElementInstanceKey: elementInstanceKey,
    },
    required: ['sourceType'],
    exactlyOneOf: ['sourceElementId', 'sourceElementInstanceKey'],
    membersByKind: {
      by: 'sourceType',
      kinds: { byId: ['sourceElementId'], byKey: ['sourceElementInstanceKey'] },
    },
  },
};

const directAncestor = object(
  'DirectAncestorKeyInstruction',
  { ancestorScopeType: kind, ancestorElementInstanceKey: elementInstanceKey },
  ['ancestorScopeType', 'ancestorElementInstanceKey'],
);
const inferredAncestor = object('InferredAncestorKeyInstruction', { ancestorScopeType: kind }, ['ancestorScopeType']);
const sourceParent = object('UseSourceParentKeyInstruction', { ancestorScopeType: kind }, ['ancestorScopeType']);

const ancestorScopeInstruction: NamedSchema = {
  name: 'AncestorScopeInstruction',
  definition: {
    description:
      'Where the target starts: in a scope that is named, in the one the source’s ancestors suggest, or in the source’s own.',
    oneOf: [directAncestor, inferredAncestor, sourceParent],
    discriminator: {
      propertyName: 'ancestorScopeType',
      schemas: { direct: directAncestor, inferred: inferredAncestor, sourceParent },
    },
  },
  checked: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ancestorScopeType: { type: 'string', enum: ['direct', 'inferred', 'sourceParent'] },
      ancestorElementInstanceKey: elementInstanceKey,
    },
    required: ['ancestorScopeType'],
    membersByKind: {
      by: 'ancestorScopeType',
      kinds: { direct: ['ancestorElementInstanceKey'], inferred: [], sourceParent: [] },
    },
  },
};

const moveInstruction = object(
  'ProcessInstanceModificationMoveInstruction',
  { sourceElementInstruction, targetElementId: elementId, ancestorScopeInstruction, variableInstructions },
  ['sourceElementInstruction', 'targetElementId'],
);

export const processInstanceModificationInstruction: NamedSchema<ProcessInstanceModificationInstruction> = {
  name: 'ProcessInstanceModificationInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      operationReference,
      activateInstructions: { type: 'array', items: activateInstruction, description: 'Elements to start.' },
      moveInstructions: {
        type: 'array',
        items: moveInstruction,
        description: 'Element instances to end, each with the element to start in its place.',
      },
      terminateInstructions: { type: 'array', items: terminateInstruction, description: 'Element instances to end.' },
    },
  },
};
