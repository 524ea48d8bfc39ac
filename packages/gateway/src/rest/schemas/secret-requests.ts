import type { NamedSchema } from './schema.ts';

/** References of one request, as the original's. */
const REFERENCES_MAX = 20;

/** What is wrong with a single reference is told with it, so nothing about its text is checked here. */
export const secretResolveRequest: NamedSchema<{ readonly references: readonly string[] }> = {
  name: 'SecretResolveRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    required: ['references'],
    properties: {
      references: {
        type: 'array',
        items: { type: 'string', description: 'Of the form `camunda.secrets.<name>`.' },
        maxItems: REFERENCES_MAX,
      },
    },
  },
};

const resolvedSecret: NamedSchema = {
  name: 'ResolvedSecret',
  definition: {
    type: 'object',
    required: ['reference', 'value'],
    properties: { reference: { type: 'string' }, value: { type: 'string' } },
  },
};

const secretResolutionError: NamedSchema = {
  name: 'SecretResolutionError',
  definition: {
    type: 'object',
    required: ['reference', 'code', 'message'],
    properties: {
      reference: { type: 'string' },
      code: { type: 'string', enum: ['NOT_FOUND', 'ACCESS_DENIED', 'INVALID_REFERENCE', 'UNREADABLE'] },
      message: { type: 'string' },
    },
  },
};

export const secretResolveResult: NamedSchema = {
  name: 'SecretResolveResult',
  definition: {
    type: 'object',
    required: ['resolved', 'errors'],
    properties: {
      resolved: { type: 'array', items: resolvedSecret },
      errors: { type: 'array', items: secretResolutionError },
    },
  },
};

export const secretListRequest: NamedSchema<Readonly<Record<string, never>>> = {
  name: 'SecretListRequest',
  definition: { type: 'object', additionalProperties: false, properties: {} },
};

export const secretListResult: NamedSchema = {
  name: 'SecretListResult',
  definition: {
    type: 'object',
    required: ['references'],
    properties: { references: { type: 'array', items: { type: 'string' } } },
  },
};
