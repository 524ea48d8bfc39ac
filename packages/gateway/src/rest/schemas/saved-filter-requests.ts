import {
  IDENTIFIER_LENGTH_MAX,
  SAVED_FILTER_CONTENT_BYTES_MAX,
  SAVED_FILTER_NAME_LENGTH_MAX,
  type SavedFilterApp,
  savedFilterApps,
} from '@waggle/protocol';
import type { InlineSchema, NamedSchema } from './schema.ts';

export interface UpdateSavedFilterRequest {
  readonly name: string;
  readonly isShared: boolean;
}

export interface CreateSavedFilterRequest extends UpdateSavedFilterRequest {
  readonly app: SavedFilterApp;
  readonly owner: string;
}

const appEnum: NamedSchema<SavedFilterApp> = {
  name: 'SavedFilterAppEnum',
  definition: { type: 'string', description: 'The app whose lists the filter is for.', enum: savedFilterApps },
};

const changeable: NonNullable<InlineSchema['properties']> = {
  name: {
    type: 'string',
    description: 'What its owner calls it; no two of an owner for one app have the same name.',
    minLength: 1,
    maxLength: SAVED_FILTER_NAME_LENGTH_MAX,
  },
  isShared: { type: 'boolean', description: 'Whether others are to see it too.' },
  content: {
    type: 'object',
    description: `What the app needs to know, kept as it is; at most ${SAVED_FILTER_CONTENT_BYTES_MAX} bytes of JSON.`,
    additionalProperties: {},
  },
};

export const createSavedFilterRequest: NamedSchema<CreateSavedFilterRequest> = {
  name: 'CreateSavedFilterRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      app: appEnum,
      owner: {
        type: 'string',
        description: 'Who makes it. As nobody is authenticated, it is what the client says.',
        minLength: 1,
        maxLength: IDENTIFIER_LENGTH_MAX,
      },
      ...changeable,
    },
    required: ['app', 'owner', 'name', 'isShared', 'content'],
  },
};

export const updateSavedFilterRequest: NamedSchema<UpdateSavedFilterRequest> = {
  name: 'UpdateSavedFilterRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: changeable,
    required: ['name', 'isShared', 'content'],
  },
};
