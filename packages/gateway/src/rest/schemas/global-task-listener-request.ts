import { globalListenerDefaults, globalListenerEventTypes } from '@waggle/protocol';
import { globalListenerId } from './identifiers.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

export type GlobalTaskListenerEventType = (typeof globalListenerEventTypes)[number];

export interface UpdateGlobalTaskListenerRequest {
  readonly type: string;
  readonly eventTypes: readonly GlobalTaskListenerEventType[];
  readonly retries?: number | null;
  readonly afterNonGlobal?: boolean | null;
  readonly priority?: number | null;
}

export interface CreateGlobalTaskListenerRequest extends UpdateGlobalTaskListenerRequest {
  readonly id: string;
}

const eventTypeEnum: NamedSchema<GlobalTaskListenerEventType> = {
  name: 'GlobalTaskListenerEventTypeEnum',
  definition: {
    type: 'string',
    description: 'The moment in the life of a user task.',
    enum: globalListenerEventTypes,
  },
};

const properties: NonNullable<InlineSchema['properties']> = {
  type: { type: 'string', description: 'Type of the jobs that run the listener.' },
  eventTypes: { type: 'array', items: eventTypeEnum, minItems: 1, description: 'When it runs.' },
  retries: {
    type: 'integer',
    format: 'int32',
    minimum: 1,
    default: globalListenerDefaults.retries,
    description: 'Attempts each of its jobs has.',
  },
  afterNonGlobal: {
    type: 'boolean',
    default: false,
    description: 'Whether it runs behind the listeners of the model instead of before them.',
  },
  priority: {
    type: 'integer',
    format: 'int32',
    default: globalListenerDefaults.priority,
    description: 'Listeners with a higher one run first.',
  },
};

export const createGlobalTaskListenerRequest: NamedSchema<CreateGlobalTaskListenerRequest> = {
  name: 'CreateGlobalTaskListenerRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { id: globalListenerId, ...properties },
    required: ['id', 'type', 'eventTypes'],
  },
};

export const updateGlobalTaskListenerRequest: NamedSchema<UpdateGlobalTaskListenerRequest> = {
  name: 'UpdateGlobalTaskListenerRequest',
  definition: { type: 'object', additionalProperties: false, properties, required: ['type', 'eventTypes'] },
};

const sourceEnum: NamedSchema = {
  name: 'GlobalListenerSourceEnum',
  definition: { type: 'string', description: 'Where the listener comes from.', enum: ['CONFIGURATION', 'API'] },
};

export const globalTaskListenerResult: NamedSchema = {
  name: 'GlobalTaskListenerResult',
  definition: {
    type: 'object',
    properties: { id: globalListenerId, ...properties, source: sourceEnum },
    required: ['id', 'type', 'eventTypes', 'retries', 'afterNonGlobal', 'priority', 'source'],
  },
};
