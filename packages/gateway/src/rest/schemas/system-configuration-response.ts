import type { InlineSchema, NamedSchema } from './schema.ts';

function section(name: string, properties: NonNullable<InlineSchema['properties']>): NamedSchema {
  return { name, definition: { type: 'object', properties, required: Object.keys(properties) } };
}

const count: InlineSchema = { type: 'integer', format: 'int32' };

export const systemConfigurationResponse = section('SystemConfigurationResponse', {
  jobMetrics: section('JobMetricsConfigurationResponse', {
    enabled: { type: 'boolean' },
    exportInterval: { type: 'string', description: 'ISO 8601 duration.' },
    maxWorkerNameLength: count,
    maxJobTypeLength: count,
    maxTenantIdLength: count,
    maxUniqueKeys: count,
  }),
  components: section('ComponentsConfigurationResponse', {
    active: { type: 'array', items: { type: 'string' }, description: 'Web apps this server offers.' },
  }),
  deployment: section('DeploymentConfigurationResponse', {
    isMultiTenancyEnabled: { type: 'boolean' },
    maxRequestSize: { type: 'integer', format: 'int64', description: 'Bytes of one request.' },
  }),
  authentication: section('AuthenticationConfigurationResponse', {
    canLogout: { type: 'boolean' },
    isLoginDelegated: { type: 'boolean' },
  }),
  cloud: section('CloudConfigurationResponse', {
    stage: { type: 'string', enum: ['dev', 'int', 'prod'], nullable: true },
  }),
});
