import { bpmn, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const version = (id: string, name: string, retries = '3') =>
  bpmn({ id, name }, startEvent(), serviceTask('work', { retries }), flow('start', 'work'));

/** `many`: one instance of the first version, of the second one with an incident and one that ended. `one`: one instance. */
async function startVersions() {
  const waggle = await startReadSide();
  const { engine } = waggle;
  const [first] = engine.deploy(version('many', 'First')).processesMetadata;
  engine.create('many');
  const [second] = engine.deploy(version('many', 'Second', '=nothing')).processesMetadata;
  engine.create('many');
  engine.cancel(engine.create('many'));
  engine.deploy(version('one', 'Only'));
  engine.create('one');
  engine.deploy(version('none', 'None'));
  return { ...waggle, keys: [first, second].map((each) => String(each?.processDefinitionKey)) };
}

test('should count active instances by process', async () => {
  // given
  const { statistics } = await startVersions();

  // when
  const counts = await statistics(
    'ProcessDefinitionInstanceStatistics',
    {},
    { sort: [{ field: 'activeInstancesWithIncidentCount', order: 'DESC' }] },
  );

  // then
  expect(counts).toEqual([
    {
      processDefinitionId: 'many',
      tenantId: '<default>',
      latestProcessDefinitionName: 'Second',
      hasMultipleVersions: true,
      activeInstancesWithoutIncidentCount: 1,
      activeInstancesWithIncidentCount: 1,
    },
    {
      processDefinitionId: 'one',
      tenantId: '<default>',
      latestProcessDefinitionName: 'Only',
      hasMultipleVersions: false,
      activeInstancesWithoutIncidentCount: 1,
      activeInstancesWithIncidentCount: 0,
    },
  ]);
});

test('should count active instances of a process by version', async () => {
  // given
  const { statistics, keys } = await startVersions();

  // when
  const counts = await statistics(
    'ProcessDefinitionInstanceVersionStatistics',
    { processDefinitionId: 'many', tenantId: '<default>' },
    { sort: [{ field: 'processDefinitionVersion' }] },
  );

  // then
  expect(counts).toEqual([
    {
      processDefinitionId: 'many',
      processDefinitionKey: keys[0],
      processDefinitionName: 'First',
      tenantId: '<default>',
      processDefinitionVersion: 1,
      activeInstancesWithIncidentCount: 0,
      activeInstancesWithoutIncidentCount: 1,
    },
    {
      processDefinitionId: 'many',
      processDefinitionKey: keys[1],
      processDefinitionName: 'Second',
      tenantId: '<default>',
      processDefinitionVersion: 2,
      activeInstancesWithIncidentCount: 1,
      activeInstancesWithoutIncidentCount: 0,
    },
  ]);
});
