import { ok } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { licenseResponse } from '../schemas/license-response.ts';

/** Clients show a warning unless this says "valid"; ours needs no key and never ends. */
const LICENSE = JSON.stringify({
  validLicense: true,
  licenseType: 'self-managed',
  isCommercial: false,
  expiresAt: null,
});

export const getLicense = defineEndpoint({
  method: 'GET',
  path: '/license',
  operationId: 'getLicense',
  tag: 'License',
  summary: 'Tells under which licence the server runs',
  since: '8.6',
  body: noBody,
  success: { status: 200, description: 'The licence.', schema: licenseResponse },
  errors: [500],
  handle: () => ok(LICENSE),
});
