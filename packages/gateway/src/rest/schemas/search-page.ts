import { CURSOR_LENGTH_MAX, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '@waggle/search';
import type { InlineSchema, NamedSchema } from './schema.ts';

/** Base64, as strict clients check it. */
const cursor: InlineSchema = {
  type: 'string',
  pattern: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
  maxLength: CURSOR_LENGTH_MAX,
};

/** At most one of `from`, `after` and `before`, which the search checks. */
export const searchPageRequest: NamedSchema = {
  name: 'SearchQueryPageRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    description: 'Which part of the results: by a limit alone, by an offset, or by a cursor of an earlier answer.',
    properties: {
      limit: { type: 'integer', format: 'int32', minimum: 1, maximum: PAGE_LIMIT_MAX, default: PAGE_LIMIT_DEFAULT },
      from: { type: 'integer', format: 'int32', minimum: 0 },
      after: { ...cursor, description: 'The `endCursor` of the page before.' },
      before: { ...cursor, description: 'The `startCursor` of the page behind.' },
    },
  },
};

export const offsetPagination: NamedSchema = {
  name: 'OffsetPagination',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      from: { type: 'integer', format: 'int32', minimum: 0, default: 0 },
      limit: { type: 'integer', format: 'int32', minimum: 1, maximum: PAGE_LIMIT_MAX, default: PAGE_LIMIT_DEFAULT },
    },
  },
};

export const cursorForwardPagination: NamedSchema = {
  name: 'CursorForwardPagination',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      after: { ...cursor, description: 'The `endCursor` of the page before.' },
      limit: { type: 'integer', format: 'int32', minimum: 1, maximum: PAGE_LIMIT_MAX, default: PAGE_LIMIT_DEFAULT },
    },
  },
};

export const searchPageResponse: NamedSchema = {
  name: 'SearchQueryPageResponse',
  definition: {
    type: 'object',
    required: ['totalItems', 'hasMoreTotalItems', 'startCursor', 'endCursor'],
    properties: {
      totalItems: { type: 'integer', format: 'int64', description: 'Number of results, counted up to a limit.' },
      hasMoreTotalItems: { type: 'boolean', description: 'There are more than `totalItems`.' },
      startCursor: { ...cursor, nullable: true },
      endCursor: { ...cursor, nullable: true },
    },
  },
};

export const sortOrder: NamedSchema<'ASC' | 'DESC'> = {
  name: 'SortOrderEnum',
  definition: { type: 'string', enum: ['ASC', 'DESC'], default: 'ASC' },
};
