import { IDENTIFIER_LENGTH_MAX } from '@waggle/protocol';
import type { NamedSchema } from './schema.ts';

export const processDefinitionId: NamedSchema<string> = {
  name: 'ProcessDefinitionId',
  definition: {
    type: 'string',
    description: 'Id of a process as its model gives it.',
    minLength: 1,
    pattern: '^[\\p{L}_][\\p{L}\\p{N}_\\-\\.]*$',
  },
};

export const decisionDefinitionId: NamedSchema<string> = {
  name: 'DecisionDefinitionId',
  definition: { ...processDefinitionId.definition, description: 'Id of a decision as its model gives it.' },
};

export const elementId: NamedSchema<string> = {
  name: 'ElementId',
  definition: { type: 'string', description: 'Id of an element as its model gives it.' },
};

export const formId: NamedSchema<string> = {
  name: 'FormId',
  definition: { type: 'string', description: 'Id of a form as its author gave it.' },
};

/** Which tenants may be named is checked by the gateway, so that the answer can say why. */
export const tenantId: NamedSchema<string> = {
  name: 'TenantId',
  definition: { type: 'string', description: 'Id of the tenant; `<default>` while multi-tenancy is off.' },
};

export const tag: NamedSchema<string> = {
  name: 'Tag',
  definition: {
    type: 'string',
    description: 'A label of a process instance.',
    minLength: 1,
    maxLength: 100,
    pattern: '^[A-Za-z][A-Za-z0-9_\\-:.]{0,99}$',
  },
};

export const tagSet: NamedSchema<readonly string[]> = {
  name: 'TagSet',
  definition: {
    type: 'array',
    description: 'Labels of a process instance; at most ten, each once.',
    items: tag,
    maxItems: 10,
    uniqueItems: true,
  },
};

export const businessId: NamedSchema<string> = {
  name: 'BusinessId',
  definition: {
    type: 'string',
    description: 'What the process instance is about in the words of its owner, such as an order number.',
    minLength: 1,
    maxLength: IDENTIFIER_LENGTH_MAX,
  },
};

const NAME_PATTERN = '^[a-zA-Z0-9_~@.+-]+$';

export const clusterVariableName: NamedSchema<string> = {
  name: 'ClusterVariableName',
  definition: {
    type: 'string',
    description: 'Name of a cluster variable.',
    minLength: 1,
    maxLength: IDENTIFIER_LENGTH_MAX,
    pattern: NAME_PATTERN,
  },
};

export const globalListenerId: NamedSchema<string> = {
  name: 'GlobalListenerId',
  definition: {
    type: 'string',
    description: 'Id of a listener that belongs to no process.',
    minLength: 1,
    maxLength: IDENTIFIER_LENGTH_MAX,
    pattern: NAME_PATTERN,
  },
};

export const operationReference: NamedSchema<number> = {
  name: 'OperationReference',
  definition: {
    type: 'integer',
    format: 'int64',
    description: "The caller's own mark, copied into every record that follows from the command.",
    minimum: 1,
  },
};
