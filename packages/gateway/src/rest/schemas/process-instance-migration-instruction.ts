import type { MappingInstruction } from '@waggle/protocol';
import { elementId, operationReference } from './identifiers.ts';
import { processDefinitionKey } from './keys.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

export interface ProcessInstanceMigrationInstruction {
  readonly targetProcessDefinitionKey: string;
  readonly mappingInstructions: readonly MappingInstruction[];
  readonly operationReference?: number | null;
}

const mappingInstruction: NamedSchema<MappingInstruction> = {
  name: 'MigrateProcessInstanceMappingInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { sourceElementId: elementId, targetElementId: elementId },
    required: ['sourceElementId', 'targetElementId'],
  },
};

/** What a migration plan says, for one instance and for many. */
export const migrationPlanProperties: NonNullable<InlineSchema['properties']> = {
  targetProcessDefinitionKey: processDefinitionKey,
  mappingInstructions: {
    type: 'array',
    items: mappingInstruction,
    minItems: 1,
    description: 'Which element of the new definition takes the place of which one of the present.',
  },
};

export const processInstanceMigrationInstruction: NamedSchema<ProcessInstanceMigrationInstruction> = {
  name: 'ProcessInstanceMigrationInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { ...migrationPlanProperties, operationReference },
    required: ['targetProcessDefinitionKey', 'mappingInstructions'],
  },
};
