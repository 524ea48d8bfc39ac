import { type JobResultMember, jobResult } from './job-result.ts';
import { leaseToken } from './lease-token.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface JobCompletionRequest {
  readonly variables?: object | null;
  readonly leaseToken?: string | null;
  readonly result?: JobResultMember | null;
}

export const jobCompletionRequest: NamedSchema<JobCompletionRequest> = {
  name: 'JobCompletionRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      variables: { ...variables('Results of the job.'), nullable: true },
      result: jobResult,
      leaseToken,
    },
  },
};
