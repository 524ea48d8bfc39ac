import { bpmn, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { deleteResource } from '../../test/delete-resource.ts';
import { startReadSide } from '../../test/read-side.ts';

const version = (name: string, versionTag?: string) =>
  bpmn(
    { id: 'order', name, ...(versionTag === undefined ? {} : { versionTag }) },
    startEvent(),
    serviceTask('work'),
    flow('start', 'work'),
  );

test('should show a definition with everything a client asks for', async () => {
  // given
  const { engine, search, get } = await startReadSide();

  // when
  const { processDefinitionKey } = engine.deploy(version('Order', 'stable')).processesMetadata[0]!;

  // then
  const definition = {
    processDefinitionKey: String(processDefinitionKey),
    processDefinitionId: 'order',
    name: 'Order',
    resourceName: 'process-0.bpmn',
    version: 1,
    versionTag: 'stable',
    tenantId: '<default>',
    hasStartForm: false,
    state: 'ACTIVE',
  };
  expect(await search('ProcessDefinition')).toEqual([definition]);
  expect(await get('ProcessDefinition', definition.processDefinitionKey)).toEqual(definition);
});

test('should find the latest version of those that are not deleted', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(version('First'));
  const second = engine.deploy(version('Second')).processesMetadata[0]!.processDefinitionKey;
  const latest = async (isLatestVersion: boolean) =>
    (await search('ProcessDefinition', { filter: { isLatestVersion } })).map(({ name }) => name);
  expect(await latest(true)).toEqual(['Second']);
  expect(await latest(false)).toEqual(['First']);

  // when
  deleteResource(engine, second);

  // then
  expect(await latest(true)).toEqual(['First']);
  expect(await search('ProcessDefinition', { filter: { state: 'DELETED' } })).toMatchObject([{ name: 'Second' }]);
});
