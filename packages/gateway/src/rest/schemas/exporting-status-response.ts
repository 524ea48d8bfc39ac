import type { ExportingStatus } from '@waggle/protocol';
import type { NamedSchema } from './schema.ts';

export const exportingStatusCodes: Readonly<Record<ExportingStatus, string>> = {
  exporting: 'EXPORTING',
  paused: 'PAUSED',
  softPaused: 'SOFT_PAUSED',
  mixed: 'MIXED',
};

export const exportingStatusResponse: NamedSchema = {
  name: 'ExportingStatusResponse',
  definition: {
    type: 'object',
    properties: {
      status: {
        type: 'string',
        enum: Object.values(exportingStatusCodes),
        description: 'MIXED: a change does not hold everywhere yet; only the others confirm it.',
      },
    },
    required: ['status'],
  },
};
