import { ok } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { REQUEST_BYTES_MAX } from '../limits.ts';
import { systemConfigurationResponse } from '../schemas/system-configuration-response.ts';

export const getSystemConfiguration = defineEndpoint({
  method: 'GET',
  path: '/system/configuration',
  operationId: 'getSystemConfiguration',
  tag: 'System',
  summary: 'Tells how the server is configured, as far as clients need it',
  since: '8.9',
  body: noBody,
  success: { status: 200, description: 'The configuration.', schema: systemConfigurationResponse },
  errors: [500],

  handle: ({ dispatch }) =>
    ok(
      JSON.stringify({
        jobMetrics: {
          enabled: dispatch.search !== undefined,
          // Jobs are counted by minutes, at once. The lengths are those the original cuts names to.
          exportInterval: 'PT1M',
          maxWorkerNameLength: 100,
          maxJobTypeLength: 100,
          maxTenantIdLength: 30,
          maxUniqueKeys: 9500,
        },
        components: { active: [] },
        deployment: { isMultiTenancyEnabled: false, maxRequestSize: REQUEST_BYTES_MAX },
        authentication: { canLogout: false, isLoginDelegated: false },
        cloud: { stage: null },
      }),
    ),
});
