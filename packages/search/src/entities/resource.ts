import { defineEntity, integerField, keyField, textField } from '../entity.ts';

export const resource = defineEntity({
  name: 'Resource',
  title: 'resource',
  table: 'resource',
  key: 'resourceKey',
  fields: {
    resourceName: textField('resource_name', { filter: 'string', sort: true }),
    version: integerField('version', { filter: 'integer', sort: true }),
    versionTag: textField('version_tag', { filter: 'string', sort: true, nullable: true }),
    resourceId: textField('resource_id', { filter: 'string', sort: true }),
    tenantId: textField('tenant_id', { filter: 'exact', sort: true }),
    resourceKey: keyField('ResourceKey', 'resource_key', { filter: 'basicString', sort: true }),
    deploymentKey: keyField('DeploymentKey', 'deployment_key', { filter: 'basicString', sort: true, hidden: true }),
  },
});
