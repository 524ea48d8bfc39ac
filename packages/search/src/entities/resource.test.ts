import { expect, test } from 'vitest';
import { deleteResource } from '../../test/delete-resource.ts';
import { startReadSide } from '../../test/read-side.ts';

const robot = (steps: string, versionTag?: string) => ({
  name: 'robot.rpa',
  xml: JSON.stringify({ id: 'robot', steps, versionTag }),
});

test('should show files that are neither processes nor decisions nor forms, with their content', async () => {
  // given
  const { engine, get, query, search } = await startReadSide();
  const { resourcesMetadata, deploymentKey } = engine.deploy(robot('one', 'v1'), { name: 'logo.txt', xml: '🐝' });
  const { resourceKey } = resourcesMetadata[0]!;

  // when
  engine.deploy(robot('two'));

  // then
  expect(await get('Resource', resourceKey)).toEqual({
    resourceName: 'robot.rpa',
    version: 1,
    versionTag: 'v1',
    resourceId: 'robot',
    tenantId: '<default>',
    resourceKey: String(resourceKey),
  });
  expect(await search('Resource', { filter: { deploymentKey: String(deploymentKey) } })).toHaveLength(2);
  expect(
    await search('Resource', { filter: { resourceId: 'robot' }, sort: [{ field: 'version', order: 'DESC' }] }),
  ).toMatchObject([{ version: 2, versionTag: null }, { version: 1 }]);
  const [logo] = await search('Resource', { filter: { resourceName: { $like: 'logo.*' } } });
  const { resourceName, content } = await query('resourceContent', { resourceKey: logo.resourceKey });
  expect([resourceName, Buffer.from(content, 'base64').toString()]).toEqual(['logo.txt', '🐝']);
});

test('should not show deleted files', async () => {
  // given
  const { engine, get, query, search } = await startReadSide();
  const { resourcesMetadata } = engine.deploy(robot('one'));
  const { resourceKey } = resourcesMetadata[0]!;
  expect(await search('Resource')).toHaveLength(1);

  // when
  deleteResource(engine, resourceKey);

  // then
  expect(await search('Resource')).toEqual([]);
  expect(await get('Resource', resourceKey)).toBeUndefined();
  expect(await query('resourceContent', { resourceKey: String(resourceKey) })).toBeUndefined();
});
