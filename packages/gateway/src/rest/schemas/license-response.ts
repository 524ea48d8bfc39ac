import type { NamedSchema } from './schema.ts';

export const licenseResponse: NamedSchema = {
  name: 'LicenseResponse',
  definition: {
    type: 'object',
    properties: {
      validLicense: { type: 'boolean' },
      licenseType: { type: 'string' },
      isCommercial: { type: 'boolean' },
      expiresAt: { type: 'string', format: 'date-time', nullable: true },
    },
    required: ['validLicense', 'licenseType', 'isCommercial', 'expiresAt'],
  },
};
