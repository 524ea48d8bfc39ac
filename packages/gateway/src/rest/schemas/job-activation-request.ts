import { tenantId } from './identifiers.ts';
import type { NamedSchema } from './schema.ts';

export type TenantFilter = 'PROVIDED' | 'ASSIGNED';

export interface JobActivationRequest {
  readonly type: string;
  readonly worker?: string | null;
  readonly timeout: number;
  readonly maxJobsToActivate: number;
  readonly fetchVariable?: readonly string[] | null;
  readonly requestTimeout?: number | null;
  readonly tenantIds?: readonly string[] | null;
  readonly tenantFilter?: TenantFilter | null;
  readonly withLease?: boolean | null;
}

export const tenantFilterEnum: NamedSchema<TenantFilter> = {
  name: 'TenantFilterEnum',
  definition: {
    type: 'string',
    description: 'Whether jobs come from the tenants named in the request or from all tenants of the caller.',
    enum: ['PROVIDED', 'ASSIGNED'],
  },
};

export const jobActivationRequest: NamedSchema<JobActivationRequest> = {
  name: 'JobActivationRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      type: { type: 'string', description: 'Type of the jobs, as the model names it.' },
      worker: { type: 'string', description: 'Name of the worker, for people who look at the job.' },
      timeout: {
        type: 'integer',
        format: 'int64',
        minimum: 1,
        description: 'Milliseconds for which the jobs belong to this worker alone.',
      },
      maxJobsToActivate: { type: 'integer', format: 'int32', minimum: 1, description: 'Most jobs to hand out.' },
      fetchVariable: {
        type: 'array',
        items: { type: 'string' },
        description: 'Names of the variables to hand out; none named = all visible ones.',
      },
      requestTimeout: {
        type: 'integer',
        format: 'int64',
        description: 'Milliseconds to wait for a first job; 0 = the default of the server, negative = answer at once.',
      },
      tenantIds: { type: 'array', items: tenantId, description: 'Tenants to take jobs from.' },
      tenantFilter: { allOf: [tenantFilterEnum], default: 'PROVIDED' },
      withLease: {
        type: 'boolean',
        nullable: true,
        description: 'Gives each job a lease token: only who has it may complete, fail or throw from the job.',
      },
    },
    required: ['type', 'timeout', 'maxJobsToActivate'],
  },
};
