import { bpmn, callActivity, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { ProcessInstanceIntent, processInstanceCommandValue, ValueType } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const order = bpmn(
  { id: 'order', name: 'Order' },
  startEvent(),
  serviceTask('work'),
  endEvent(),
  flow('start', 'work'),
  flow('work', 'end'),
);

test('should show an instance with everything a client asks for', async () => {
  // given
  const { engine, search } = await startReadSide();
  const { processesMetadata } = engine.deploy(order);
  const definition = processesMetadata[0]!;

  // when
  const key = engine.create('order', {});

  // then
  expect(await search('ProcessInstance')).toEqual([
    {
      processInstanceKey: String(key),
      processDefinitionId: 'order',
      processDefinitionName: 'Order',
      processDefinitionVersion: 1,
      processDefinitionVersionTag: null,
      processDefinitionKey: String(definition.processDefinitionKey),
      startDate: new Date(engine.nowMs).toISOString(),
      endDate: null,
      suspendedDate: null,
      state: 'ACTIVE',
      hasIncident: false,
      tenantId: '<default>',
      parentProcessInstanceKey: null,
      parentElementInstanceKey: null,
      rootProcessInstanceKey: String(key),
      tags: [],
      businessId: null,
    },
  ]);
});

test('should follow an instance to its end', async () => {
  // given
  const { engine, get } = await startReadSide();
  engine.deploy(order);
  const completed = engine.create('order');
  const terminated = engine.create('order');
  engine.completeJob('work');
  engine.advance(1_000);

  // when
  engine.sendAccepted(
    ValueType.PROCESS_INSTANCE,
    ProcessInstanceIntent.CANCEL,
    processInstanceCommandValue(),
    terminated,
  );

  // then
  expect(await get('ProcessInstance', completed)).toMatchObject({ state: 'COMPLETED', endDate: expect.any(String) });
  expect(await get('ProcessInstance', terminated)).toMatchObject({
    state: 'TERMINATED',
    endDate: new Date(engine.nowMs).toISOString(),
  });
});

test('should follow an instance that began in an earlier transaction', async () => {
  // given
  const { engine, get } = await startReadSide();
  engine.deploy(order);
  const key = engine.create('order');
  expect(await get('ProcessInstance', key)).toMatchObject({ state: 'ACTIVE' });

  // when
  engine.completeJob('work');

  // then
  expect(await get('ProcessInstance', key)).toMatchObject({ state: 'COMPLETED' });
});

test('should know the caller of a called instance and the root of both', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order, bpmn({ id: 'caller' }, startEvent(), callActivity('call', 'order'), flow('start', 'call')));

  // when
  const caller = String(engine.create('caller'));

  // then
  expect(await search('ProcessInstance', { filter: { parentProcessInstanceKey: caller } })).toEqual([
    expect.objectContaining({
      processDefinitionId: 'order',
      parentProcessInstanceKey: caller,
      rootProcessInstanceKey: caller,
      parentElementInstanceKey: expect.stringMatching(/^\d+$/),
    }),
  ]);
});

test('should find instances by values of their variables', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  const cheap = String(engine.create('order', { amount: 10, customer: 'Ada' }));
  const dear = String(engine.create('order', { amount: 99, customer: 'Ada' }));
  engine.create('order', { customer: 'Grace' });

  // when
  const keysOf = async (filter: object) =>
    (await search('ProcessInstance', { filter: { ...filter } })).map(({ processInstanceKey }) => processInstanceKey);

  // then
  expect(await keysOf({ variables: [{ name: 'amount', value: '10' }] })).toEqual([cheap]);
  expect(
    await keysOf({
      variables: [
        { name: 'amount', value: '99' },
        { name: 'customer', value: '"Ada"' },
      ],
    }),
  ).toEqual([dear]);
  expect(await keysOf({ variables: [{ name: 'customer', value: { $like: '"A*' } }] })).toEqual([cheap, dear]);
  expect(
    await keysOf({ $or: [{ variables: [{ name: 'amount', value: '10' }] }, { processInstanceKey: dear }] }),
  ).toEqual([cheap, dear]);
});

test('should compare variables that are numbers, and find instances that lack one', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  const names = new Map<string, string>();
  for (const [name, variables] of Object.entries({
    cheap: { amount: 9.5 },
    dear: { amount: 100 },
    debt: { amount: -3e2 },
    text: { amount: '50' },
    huge: { amount: 1e250 },
    list: { amount: [50] },
    none: {},
  })) {
    names.set(String(engine.create('order', variables)), name);
  }
  const named = async (value: unknown, name = 'amount') =>
    (await search('ProcessInstance', { filter: { variables: [{ name, value }] } })).map(({ processInstanceKey }) =>
      names.get(processInstanceKey),
    );

  // then
  expect(await named({ $gt: 9.5 })).toEqual(['dear', 'huge']);
  expect(await named({ $gte: 9.5, $lt: 1_000 })).toEqual(['cheap', 'dear']);
  expect(await named({ $lte: -300 })).toEqual(['debt']);
  expect(await named({ $exists: false })).toEqual(['none']);
  expect(await named({ $exists: true })).toEqual(['cheap', 'dear', 'debt', 'text', 'huge', 'list']);
});

test('should find instances by all of the given tags', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(order);
  const create = (tags: readonly string[]) =>
    engine.sendAccepted(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('order', { tags: [...tags] })).record
      .key;
  const both = String(create(['fast', 'europe']));
  create(['fast']);

  // when
  const found = await search('ProcessInstance', { filter: { tags: ['europe', 'fast'] } });

  // then
  expect(found).toMatchObject([{ processInstanceKey: both, tags: ['fast', 'europe'] }]);
});
