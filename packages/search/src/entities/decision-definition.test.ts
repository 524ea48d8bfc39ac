import { dmn, literal } from '@waggle/engine/test';
import { DEFAULT_TENANT_ID, type Key, ResourceDeletionIntent, ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide, type TestReadSide } from '../../test/read-side.ts';

function deploy({ engine }: TestReadSide, expression: string) {
  const xml = dmn('rules', literal('rate', expression), literal('note', '"none"'));
  const { decisionsMetadata, decisionRequirementsMetadata } = engine.deploy({ name: 'rules.dmn', xml });
  const requirements = decisionRequirementsMetadata[0]!;
  return { xml, requirementsKey: requirements.decisionRequirementsKey, decisionsMetadata };
}

function remove({ engine }: TestReadSide, resourceKey: Key): void {
  engine.sendAccepted(ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE, {
    resourceKey,
    isDeleteHistory: false,
    resourceType: '',
    resourceId: '',
    tenantId: DEFAULT_TENANT_ID,
  });
}

test('should show a decision with its requirements', async () => {
  // given
  const waggle = await startReadSide();

  // when
  const { requirementsKey, decisionsMetadata } = deploy(waggle, '0.1');

  // then
  const key = decisionsMetadata.find(({ decisionId }) => decisionId === 'rate')!.decisionKey;
  expect(await waggle.get('DecisionDefinition', key)).toEqual({
    decisionDefinitionKey: String(key),
    decisionDefinitionId: 'rate',
    name: 'rate',
    version: 1,
    decisionRequirementsId: 'rules',
    decisionRequirementsKey: String(requirementsKey),
    decisionRequirementsName: 'rules',
    decisionRequirementsVersion: 1,
    tenantId: '<default>',
  });
  expect(await waggle.get('DecisionRequirements', requirementsKey)).toEqual({
    decisionRequirementsKey: String(requirementsKey),
    decisionRequirementsId: 'rules',
    decisionRequirementsName: 'rules',
    version: 1,
    resourceName: 'rules.dmn',
    tenantId: '<default>',
  });
});

test('should give the deployed file of a decision and of its requirements', async () => {
  // given
  const waggle = await startReadSide();
  const { xml, requirementsKey, decisionsMetadata } = deploy(waggle, '0.1');

  // when
  const { queryText } = waggle;
  const ofDecision = await queryText('decisionDefinitionXml', {
    decisionDefinitionKey: String(decisionsMetadata[0]!.decisionKey),
  });
  const ofRequirements = await queryText('decisionRequirementsXml', {
    decisionRequirementsKey: String(requirementsKey),
  });

  // then
  expect(ofDecision).toBe(xml);
  expect(ofRequirements).toBe(xml);
  expect(await queryText('decisionRequirementsXml', { decisionRequirementsKey: '1' })).toBeUndefined();
});

test('should tell the latest version, which is another one once that is deleted', async () => {
  // given
  const waggle = await startReadSide();
  deploy(waggle, '0.1');
  const second = deploy(waggle, '0.2');
  const latest = () =>
    waggle.search('DecisionDefinition', { filter: { decisionDefinitionId: 'rate', isLatestVersion: true } });
  expect(await latest()).toMatchObject([{ version: 2 }]);

  // when
  remove(waggle, second.requirementsKey);

  // then
  expect(await latest()).toMatchObject([{ version: 1 }]);
  const others = { filter: { decisionDefinitionId: 'rate', isLatestVersion: false } };
  expect(await waggle.search('DecisionDefinition', others)).toMatchObject([{ version: 2 }]);
});

test('should order and filter decisions by what they share with their requirements', async () => {
  // given
  const waggle = await startReadSide();
  deploy(waggle, '0.1');
  deploy(waggle, '0.2');

  // when
  const found = await waggle.search('DecisionDefinition', {
    filter: { decisionRequirementsVersion: 2 },
    sort: [{ field: 'name', order: 'DESC' }],
  });

  // then
  expect(found).toMatchObject([
    { decisionDefinitionId: 'rate', version: 2 },
    { decisionDefinitionId: 'note', version: 2 },
  ]);
});
