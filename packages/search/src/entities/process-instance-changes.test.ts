import { bpmn, callActivity, element, flow, migrate, serviceTask, startEvent } from '@waggle/engine/test';
import { ProcessInstanceBusinessIdIntent, ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const order = bpmn({ id: 'order', name: 'Order' }, startEvent(), serviceTask('work'), flow('start', 'work'));

test('should show an instance as suspended until it is resumed', async () => {
  // given
  const { engine, get, search } = await startReadSide();
  engine.deploy(order);
  const key = engine.create('order');

  // when
  engine.suspend(key);

  // then
  const suspendedDate = new Date(engine.nowMs).toISOString();
  expect(await get('ProcessInstance', key)).toMatchObject({ state: 'SUSPENDED', suspendedDate });
  expect(await search('ProcessInstance', { filter: { suspendedDate: { $exists: true } } })).toHaveLength(1);

  // when
  engine.resume(key);

  // then
  expect(await get('ProcessInstance', key)).toMatchObject({ state: 'ACTIVE', suspendedDate: null });
});

test('should show the business id that an instance gets later, and that it hands to those it calls', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(
    bpmn(
      { id: 'caller' },
      startEvent(),
      serviceTask('before'),
      callActivity('call', 'order'),
      flow('start', 'before'),
      flow('before', 'call'),
    ),
    order,
  );
  const key = engine.create('caller');

  // when
  engine.sendAccepted(
    ValueType.PROCESS_INSTANCE_BUSINESS_ID,
    ProcessInstanceBusinessIdIntent.ASSIGN,
    {
      processInstanceKey: key,
      businessId: 'o-17',
      bpmnProcessId: '',
      processDefinitionKey: key,
      rootProcessInstanceKey: key,
      tenantId: '<default>',
    },
    key,
  );
  engine.completeJob('before');

  // then
  const found = await search('ProcessInstance', { filter: { businessId: 'o-17' } });
  expect(found).toMatchObject([{ processDefinitionId: 'caller' }, { processDefinitionId: 'order' }]);
});

test('should show an instance that was migrated as one of the other definition', async () => {
  // given
  const { engine, get, search, query } = await startReadSide();
  engine.deploy(order);
  const [target] = engine.deploy(
    bpmn(
      { id: 'other', name: 'Another', versionTag: 'new' },
      startEvent(),
      element('serviceTask', 'task', {
        attributes: 'name="The task"',
        extensions: '<zeebe:taskDefinition type="=nothing.at.all"/>',
      }),
      flow('start', 'task'),
    ),
  ).processesMetadata;
  const key = engine.create('order');
  await search('ProcessInstance');

  // when
  migrate(engine, key, target!.processDefinitionKey, { work: 'task' });

  // then
  const processDefinitionKey = String(target!.processDefinitionKey);
  expect(await get('ProcessInstance', key)).toMatchObject({
    processDefinitionKey,
    processDefinitionId: 'other',
    processDefinitionName: 'Another',
    processDefinitionVersionTag: 'new',
  });
  expect(await search('ElementInstance', { filter: { state: 'ACTIVE' } })).toMatchObject([
    { elementId: 'task', elementName: 'The task', processDefinitionKey, processDefinitionId: 'other' },
  ]);
  expect(await search('Job', { filter: { processDefinitionKey } })).toMatchObject([
    { elementId: 'task', state: 'MIGRATED', type: 'work' },
  ]);
  const { items } = await query('processDefinitionElementStatistics', { processDefinitionKey });
  expect(items).toContainEqual({ elementId: 'task', active: 1, canceled: 0, completed: 0, incidents: 0 });
});
