import type { DeploymentResource } from '@waggle/protocol';
import { tenantId } from './identifiers.ts';
import type { InlineSchema } from './schema.ts';

/** A multipart deployment, read completely. */
export interface DeploymentUpload {
  readonly resources: readonly DeploymentResource[];
  readonly tenantId: string | undefined;
}

export const deploymentUpload: InlineSchema = {
  type: 'object',
  properties: {
    resources: {
      type: 'array',
      items: { type: 'string', format: 'binary' },
      description: "The files, in parts of any name. A part's file name says what it holds.",
    },
    tenantId,
  },
  required: ['resources'],
};
