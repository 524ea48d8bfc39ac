import {
  boundaryEvent,
  bpmn,
  catchEvent,
  element,
  endEvent,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
} from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const waiting = bpmn(
  { id: 'waiting', name: 'Waiting', definitions: message('paid', 'payment', '=order') },
  startEvent(),
  catchEvent('wait', messageEvent('paid')),
  endEvent(),
  flow('start', 'wait'),
  flow('wait', 'end'),
);

/** A task that takes any number of messages beside its work. */
const reminded = bpmn(
  { id: 'reminded', definitions: message('note', 'reminder', '=order') },
  startEvent(),
  serviceTask('work'),
  boundaryEvent('remind', 'work', messageEvent('note'), { interrupting: false }),
  flow('start', 'work'),
);

const started = bpmn(
  { id: 'started', definitions: message('call', 'call') },
  element('startEvent', 'called', {
    extensions:
      '<zeebe:properties><zeebe:property name="io.camunda.tool:name" value="caller"/><zeebe:property name="io.camunda.tool:purpose" value="calls"/><zeebe:property name="inbound.type" value="webhook"/><zeebe:property name="other" value="1"/></zeebe:properties>',
    body: messageEvent('call'),
  }),
);

test('should show what waits for a message, and the message that came', async () => {
  // given
  const { engine, search } = await startReadSide();
  const { processesMetadata } = engine.deploy(waiting);
  const processDefinitionKey = String(processesMetadata[0]!.processDefinitionKey);
  const processInstanceKey = String(engine.create('waiting', { order: '🐝-1' }));
  const elementInstanceKey = String(engine.keyOf('wait'));
  const [subscription] = await search('MessageSubscription');
  const place = {
    processDefinitionId: 'waiting',
    processDefinitionKey,
    processInstanceKey,
    rootProcessInstanceKey: processInstanceKey,
    elementId: 'wait',
    elementInstanceKey,
    messageName: 'payment',
    correlationKey: '🐝-1',
    tenantId: '<default>',
  };
  expect(subscription).toEqual({
    ...place,
    messageSubscriptionKey: expect.stringMatching(/^\d+$/),
    messageSubscriptionState: 'CREATED',
    lastUpdatedDate: new Date(engine.nowMs).toISOString(),
    messageSubscriptionType: 'PROCESS_EVENT',
    toolProperties: {},
    toolName: null,
    inboundConnectorType: null,
    processDefinitionName: 'Waiting',
    processDefinitionVersion: 1,
  });
  engine.advance(1_000);

  // when
  engine.publish('payment', '🐝-1');

  // then
  const date = new Date(engine.nowMs).toISOString();
  expect(await search('MessageSubscription')).toEqual([
    { ...subscription, messageSubscriptionState: 'CORRELATED', lastUpdatedDate: date },
  ]);
  expect(await search('CorrelatedMessageSubscription')).toEqual([
    {
      ...place,
      businessId: null,
      correlationTime: date,
      messageKey: expect.stringMatching(/^\d+$/),
      partitionId: 1,
      subscriptionKey: subscription.messageSubscriptionKey,
    },
  ]);
});

test('should show each message that one subscription took, and its end', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(reminded);
  engine.create('reminded', { order: 'o' });

  // when
  engine.publish('reminder', 'o');
  engine.publish('reminder', 'o');

  // then
  const correlated = await search('CorrelatedMessageSubscription', { sort: [{ field: 'messageKey', order: 'DESC' }] });
  expect(correlated).toMatchObject([{ elementId: 'remind' }, { elementId: 'remind' }]);
  expect(BigInt(correlated[0].messageKey) > BigInt(correlated[1].messageKey)).toBe(true);
  expect(await search('MessageSubscription')).toMatchObject([{ messageSubscriptionState: 'CORRELATED' }]);
  engine.completeJob('work');
  expect(await search('MessageSubscription')).toMatchObject([{ messageSubscriptionState: 'DELETED' }]);
});

test('should show start events that wait, as tools where they are such, until a newer version takes over', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(started);

  // when
  engine.publish('call', '');

  // then
  const subscriptions = await search('MessageSubscription', { filter: { messageSubscriptionType: 'START_EVENT' } });
  expect(subscriptions).toMatchObject([
    {
      elementId: 'called',
      messageSubscriptionState: 'CREATED',
      processInstanceKey: null,
      elementInstanceKey: null,
      rootProcessInstanceKey: null,
      correlationKey: null,
      toolName: 'caller',
      inboundConnectorType: 'webhook',
      toolProperties: { 'io.camunda.tool:name': 'caller', 'io.camunda.tool:purpose': 'calls' },
    },
  ]);
  const [{ processInstanceKey }] = (await search('ProcessInstance')) as [{ processInstanceKey: string }];
  expect(await search('CorrelatedMessageSubscription')).toMatchObject([
    { processInstanceKey, elementId: 'called', elementInstanceKey: null, correlationKey: null },
  ]);
  engine.deploy(started.replace('caller', 'caller 2'));
  const sort = [{ field: 'processDefinitionVersion' }];
  expect(await search('MessageSubscription', { sort })).toMatchObject([
    { messageSubscriptionState: 'DELETED', toolName: 'caller' },
    { messageSubscriptionState: 'CREATED', toolName: 'caller 2' },
  ]);
});

test('should find subscriptions by what clients look for', async () => {
  // given
  const { engine, search } = await startReadSide();
  engine.deploy(waiting, started);
  const first = String(engine.create('waiting', { order: 'a1' }));
  const second = String(engine.create('waiting', { order: 'b2' }));

  // when
  const found = async (filter: object) =>
    (await search('MessageSubscription', { filter: { ...filter } })).map(
      ({ processInstanceKey }) => processInstanceKey,
    );

  // then
  expect(await found({ correlationKey: { $like: 'a?' } })).toEqual([first]);
  expect(await found({ processInstanceKey: { $in: [second] } })).toEqual([second]);
  expect(await found({ messageName: 'payment', messageSubscriptionState: { $neq: 'DELETED' } })).toEqual([
    first,
    second,
  ]);
  expect(await found({ processDefinitionName: 'Waiting', processDefinitionVersion: { $gte: 1 } })).toHaveLength(2);
  expect(await found({ toolName: { $exists: true } })).toEqual([null]);
});

test('should count what waits by process definition', async () => {
  // given
  const { engine, statistics } = await startReadSide();
  const [first] = engine.deploy(waiting, reminded, started).processesMetadata;
  for (const order of ['a', 'b', 'c']) engine.create('waiting', { order });
  engine.create('reminded', { order: 'd' });

  // when
  engine.publish('payment', 'b');
  engine.publish('reminder', 'd');

  // then
  const name = 'ProcessDefinitionMessageSubscriptionStatistics';
  const counted = { processDefinitionId: 'waiting', tenantId: '<default>' };
  const processDefinitionKey = String(first?.processDefinitionKey);
  expect(await statistics(name)).toEqual([
    { ...counted, processDefinitionKey, processInstancesWithActiveSubscriptions: 2, activeSubscriptions: 2 },
    expect.objectContaining({ processDefinitionId: 'reminded', activeSubscriptions: 1 }),
  ]);
  expect(await statistics(name, { messageSubscriptionState: 'CORRELATED' })).toMatchObject([
    { processDefinitionId: 'waiting', processInstancesWithActiveSubscriptions: 1 },
    { processDefinitionId: 'reminded' },
  ]);
  expect(await statistics(name, { messageName: { $like: 'pay*' } })).toHaveLength(1);
  expect(await statistics(name, { processDefinitionName: 'Waiting' })).toMatchObject([{ activeSubscriptions: 2 }]);
  expect(await statistics(name, { messageSubscriptionType: 'START_EVENT' })).toMatchObject([
    { processDefinitionId: 'started', processInstancesWithActiveSubscriptions: 0, activeSubscriptions: 1 },
  ]);
});
