import type { InlineSchema } from './schema.ts';

export const leaseToken: InlineSchema = {
  type: 'string',
  nullable: true,
  description: 'The lease token of the activation, if the job was handed out with one.',
};
