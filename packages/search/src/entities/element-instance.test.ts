import { bpmn, callActivity, element, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const order = bpmn(
  { id: 'order' },
  startEvent(),
  element('subProcess', 'packing', {
    body: `${startEvent('inside')}${element('serviceTask', 'pack', {
      attributes: 'name="Pack it"',
      extensions: '<zeebe:taskDefinition type="pack"/>',
    })}${flow('inside', 'pack')}`,
  }),
  endEvent(),
  flow('start', 'packing'),
  flow('packing', 'end'),
);

test('should show an element instance with everything a client asks for', async () => {
  // given
  const { engine, search, get } = await startReadSide();
  const { processesMetadata } = engine.deploy(order);

  // when
  const key = String(engine.create('order'));

  // then
  const [task] = await search('ElementInstance', { filter: { elementId: 'pack' } });
  expect(task).toEqual({
    elementInstanceKey: expect.stringMatching(/^\d+$/),
    processInstanceKey: key,
    rootProcessInstanceKey: key,
    processDefinitionKey: String(processesMetadata[0]!.processDefinitionKey),
    processDefinitionId: 'order',
    startDate: new Date(engine.nowMs).toISOString(),
    endDate: null,
    elementId: 'pack',
    elementName: 'Pack it',
    type: 'SERVICE_TASK',
    state: 'ACTIVE',
    hasIncident: false,
    tenantId: '<default>',
    incidentKey: null,
  });
  expect(await get('ElementInstance', task.elementInstanceKey)).toEqual(task);
});

test('should follow element instances to their ends, without the process and its flows', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  const key = engine.create('order');
  const other = engine.create('order');

  // when
  engine.completeJob('pack');
  engine.cancel(other);

  // then
  const statesOf = async (processInstanceKey: bigint) =>
    (await search('ElementInstance', { filter: { processInstanceKey: String(processInstanceKey) } })).map(
      ({ elementId, state, endDate }) => `${elementId} ${state} ${endDate !== null}`,
    );
  expect(await statesOf(key)).toEqual([
    'start COMPLETED true',
    'packing COMPLETED true',
    'inside COMPLETED true',
    'pack COMPLETED true',
    'end COMPLETED true',
  ]);
  expect(await statesOf(other)).toEqual([
    'start COMPLETED true',
    'packing TERMINATED true',
    'inside COMPLETED true',
    'pack TERMINATED true',
  ]);
});

test('should find what is directly within a scope', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  const key = String(engine.create('order'));
  engine.create('order');
  const [packing] = await search('ElementInstance', { filter: { processInstanceKey: key, elementId: 'packing' } });

  // when
  const within = async (elementInstanceScopeKey: string) =>
    (await search('ElementInstance', { filter: { elementInstanceScopeKey } })).map(({ elementId }) => elementId);

  // then
  expect(await within(key)).toEqual(['start', 'packing']);
  expect(await within(packing.elementInstanceKey)).toEqual(['inside', 'pack']);
});

test('should find elements with incidents of their own or within them, calls included', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(
    bpmn({ id: 'caller' }, startEvent(), callActivity('call', 'called'), flow('start', 'call')),
    bpmn(
      { id: 'called' },
      startEvent(),
      serviceTask('work', { retries: '=nothing.at.all' }),
      flow('start', 'work'),
      serviceTask('fine'),
      flow('start', 'fine'),
    ),
  );
  engine.create('caller');

  // when
  const withIncident = await search('ElementInstance', { filter: { hasIncident: true } });

  // then
  const [incident] = engine.incidents();
  expect(withIncident).toMatchObject([
    { elementId: 'call', incidentKey: null },
    { elementId: 'work', incidentKey: String(incident!.key) },
  ]);
  expect(await search('ElementInstance', { filter: { incidentKey: String(incident!.key) } })).toHaveLength(1);
});

test('should sort by what clients may sort by and find by alternatives', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  engine.create('order');

  // when
  const found = await search('ElementInstance', {
    filter: { $or: [{ type: 'SERVICE_TASK' }, { type: 'START_EVENT' }], state: { $in: ['ACTIVE', 'COMPLETED'] } },
    sort: [{ field: 'elementName', order: 'DESC' }],
  });

  // then
  expect(found.map(({ elementName }) => elementName)).toEqual(['start', 'inside', 'Pack it']);
});
