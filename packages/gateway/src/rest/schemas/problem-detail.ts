import type { NamedSchema } from './schema.ts';

/** RFC 9457: why a request was not carried out. */
export interface ProblemDetail {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

export const problemDetail: NamedSchema<ProblemDetail> = {
  name: 'ProblemDetail',
  definition: {
    type: 'object',
    description: 'Why a request was not carried out (RFC 9457).',
    properties: {
      type: { type: 'string', format: 'uri', default: 'about:blank', description: 'Kind of problem.' },
      title: { type: 'string', description: 'Name of the problem; programs can rely on it.' },
      status: { type: 'integer', format: 'int32', minimum: 400, maximum: 600, description: 'The HTTP status.' },
      detail: { type: 'string', description: 'What was expected, and what came instead.' },
      instance: { type: 'string', format: 'uri-reference', description: 'Path of the request.' },
    },
    required: ['type', 'title', 'status', 'detail', 'instance'],
  },
};
