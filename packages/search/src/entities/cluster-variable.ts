import { booleanField, defineEntity, enumField, jsonField, textField } from '../entity.ts';

export const clusterVariableScopes = ['GLOBAL', 'TENANT'] as const;
export const clusterVariableKinds = ['JSON', 'SECRET_REFERENCE'] as const;

export const clusterVariable = defineEntity({
  name: 'ClusterVariable',
  resultNames: { search: 'ClusterVariableSearchResult', get: 'ClusterVariableResult' },
  title: 'cluster variable',
  table: 'cluster_variable',
  key: 'id',
  cut: { field: 'value', wholeColumn: 'full_value', markField: 'isTruncated' },
  fields: {
    id: textField('id', { hidden: true }),
    name: textField('name', { filter: 'string', sort: true }),
    scope: enumField('ClusterVariableScopeEnum', clusterVariableScopes, 'scope', { filter: 'enum', sort: true }),
    tenantId: textField('tenant_id', { filter: 'string', sort: true, nullable: true }),
    metadata: jsonField('metadata', { shape: 'object', description: 'Always empty.' }),
    kind: enumField('ClusterVariableKindEnum', clusterVariableKinds, 'kind', { filter: 'enum' }),
    value: textField('value', { filter: 'string', sort: true, description: 'The value as JSON text.' }),
    isTruncated: booleanField('is_truncated', { filter: 'exact', only: 'search' }),
  },
});
