import { ClusterVariableIntent, ClusterVariableScope, DEFAULT_TENANT_ID, ValueType } from '@waggle/protocol';
import { clusterVariableId } from '@waggle/secondary-storage';
import { expect, test } from 'vitest';
import { startReadSide, type TestReadSide } from '../../test/read-side.ts';

function change({ engine }: TestReadSide, intent: number, name: string, value: unknown, isGlobal = true): void {
  const scope = isGlobal ? ClusterVariableScope.GLOBAL : ClusterVariableScope.TENANT;
  const tenantId = isGlobal ? '' : DEFAULT_TENANT_ID;
  const text = value === undefined ? '' : JSON.stringify(value);
  engine.sendAccepted(ValueType.CLUSTER_VARIABLE, intent, { name, value: text, scope, tenantId });
}

const { CREATE, UPDATE, DELETE } = ClusterVariableIntent;

test('should show variables of the cluster and of tenants', async () => {
  // given
  const waggle = await startReadSide();
  change(waggle, CREATE, 'limit', 5);

  // when
  change(waggle, CREATE, 'limit', { max: 7 }, false);

  // then
  const global = { name: 'limit', scope: 'GLOBAL', tenantId: null, metadata: {}, kind: 'JSON', value: '5' };
  const ofTenant = { ...global, scope: 'TENANT', tenantId: '<default>', value: '{"max":7}' };
  expect(await waggle.search('ClusterVariable')).toEqual([
    { ...global, isTruncated: false },
    { ...ofTenant, isTruncated: false },
  ]);
  expect(await waggle.get('ClusterVariable', clusterVariableId({ name: 'limit' }))).toEqual(global);
  expect(await waggle.get('ClusterVariable', clusterVariableId({ tenantId: '<default>', name: 'limit' }))).toEqual(
    ofTenant,
  );
});

test('should show changed values and forget deleted variables', async () => {
  // given
  const waggle = await startReadSide();
  change(waggle, CREATE, 'kept', 1);
  change(waggle, CREATE, 'gone', 1);
  await waggle.exportRecords();

  // when
  change(waggle, UPDATE, 'kept', 'x'.repeat(8_190));
  change(waggle, DELETE, 'gone', undefined);

  // then
  expect(await waggle.search('ClusterVariable')).toMatchObject([{ name: 'kept', isTruncated: true }]);
  const [whole] = await waggle.search('ClusterVariable', {}, {}, { hasWholeValues: true });
  expect(whole).toMatchObject({ value: JSON.stringify('x'.repeat(8_190)), isTruncated: false });
});

test('should find variables by name, value, scope and tenant', async () => {
  // given
  const waggle = await startReadSide();
  change(waggle, CREATE, 'limit', 5);
  change(waggle, CREATE, 'rate', 5, false);
  const found = async (filter: object) =>
    (await waggle.search('ClusterVariable', { filter: { ...filter } })).map(({ name }) => name);

  // when, then
  expect(await found({ name: { $like: 'l*' } })).toEqual(['limit']);
  expect(await found({ value: '5' })).toEqual(['limit', 'rate']);
  expect(await found({ scope: 'TENANT' })).toEqual(['rate']);
  expect(await found({ tenantId: { $exists: false } })).toEqual(['limit']);
  expect(await found({ isTruncated: true })).toEqual([]);
});
