import { expect, test } from 'vitest';
import { flow, model, ORDER, task, timer } from '../test/models.ts';
import { assertThat, BpmnError, CommandRejected, createTestEngine } from './index.ts';

function startOrder(variables: object = {}) {
  const engine = createTestEngine();
  engine.deploy(ORDER);
  return { engine, order: engine.start('order', { variables }) };
}

test('should lead an instance from its start to its end', () => {
  // given
  const { engine, order } = startOrder({ amount: 12 });
  assertThat(order).isActive().isWaitingAt('pay').hasVariables({ amount: 12 }).hasJobs('pay');

  // when
  engine.completeJob('pay', { paid: true });
  engine.completeJob({ elementId: 'ship' });

  // then
  assertThat(order)
    .isCompleted()
    .hasPassedInOrder('start', 'pay', 'ship', 'end')
    .hasNotPassed('reminder')
    .hasVariables({ amount: 12, paid: true })
    .hasNoVariable('shipped')
    .hasNoIncidents();
});

test('should turn the clock and let fire what falls due', () => {
  // given
  const { engine, order } = startOrder();
  const before = engine.now.getTime();

  // when
  engine.advance('PT59M59S');
  assertThat(order).hasNotPassed('reminder');
  engine.advance(1000);

  // then
  assertThat(order).hasPassed('reminder', 'reminded').isWaitingAt('pay');
  expect(engine.now.getTime() - before).toBe(3_600_000);
});

test('should fail a job, raise an incident and go on when it is resolved', () => {
  // given
  const { engine, order } = startOrder();

  // when
  engine.failJob('pay', { message: 'no connection' });
  expect(engine.jobs('pay')[0]?.retries).toBe(2);
  engine.failJob('pay', { retries: 0, message: 'given up' });

  // then
  assertThat(order).hasIncident({ type: 'JOB_NO_RETRIES', elementId: 'pay', message: 'given up' });
  expect(() => order.resolveIncident()).toThrow(CommandRejected);
  engine.updateRetries('pay', 1);
  order.resolveIncident('pay');
  assertThat(order).hasNoIncidents();
  engine.completeJob('pay');
  assertThat(order).isWaitingAt('ship');
});

test('should throw an error that the model catches', () => {
  const { engine, order } = startOrder();
  engine.throwError('pay', 'REFUSED', 'no cover');
  assertThat(order).isCompleted().hasPassed('refused', 'rejected');
  expect(engine.jobs()).toEqual([]);
});

test('should keep the job of an error that nobody catches', () => {
  const { engine, order } = startOrder();
  engine.throwError('pay', 'UNKNOWN');
  assertThat(order).hasIncident({ type: 'UNHANDLED_ERROR_EVENT' });
  order.resolveIncident();
  engine.completeJob('pay');
  assertThat(order).isWaitingAt('ship');
});

test('should let mocks answer jobs, also those that wait', () => {
  // given
  const { engine, order } = startOrder({ amount: 3 });

  // when
  engine.mockJob('pay', ({ variables, elementId }) => ({ total: Number(variables.amount) * 2, by: elementId }));
  engine.mockJob('ship');

  // then
  assertThat(order).isCompleted().hasVariables({ total: 6, by: 'pay' });
});

test('should let mocks throw errors into the model and fail jobs', () => {
  // given
  const engine = createTestEngine();
  engine.deploy(ORDER);

  // when
  engine.mockJob('pay', () => {
    throw new BpmnError('REFUSED', 'no cover');
  });
  assertThat(engine.start('order')).hasPassed('rejected');
  engine.mockJob('pay', () => {
    throw new Error('no connection');
  });
  const order = engine.start('order');

  // then
  assertThat(order).hasIncident({ type: 'JOB_NO_RETRIES', message: 'no connection' });
});

test('should say when mocks and a model go round for ever', () => {
  const engine = createTestEngine();
  engine.deploy(model('round', `<bpmn:startEvent id="start"/>${task('a')}${flow('start', 'a')}${flow('a', 'a')}`));
  engine.mockJob('a');
  expect(() => engine.start('round')).toThrow('Expected the mocks to come to an end');
});

test('should put a mock in place of a called process', () => {
  // given
  const engine = createTestEngine();
  engine.deploy(
    model(
      'caller',
      `<bpmn:startEvent id="start"/><bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="child"/></bpmn:extensionElements></bpmn:callActivity>${task('after')}${flow('start', 'call')}${flow('call', 'after')}`,
    ),
  );
  engine.mockProcess('child', ({ variables }) => ({ rating: Number(variables.score) + 1 }));

  // when
  const caller = engine.start('caller', { variables: { score: 1 } });

  // then
  assertThat(caller).isWaitingAt('after').hasVariables({ rating: 2 });
  assertThat(caller.children[0]!).isCompleted();
});

test('should publish and correlate messages', () => {
  // given
  const engine = createTestEngine();
  engine.deploy(
    model(
      'wait',
      `<bpmn:startEvent id="start"/><bpmn:intermediateCatchEvent id="paid"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>${flow('start', 'paid')}`,
      '<bpmn:message id="m" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="= orderId"/></bpmn:extensionElements></bpmn:message>',
    ),
  );

  // when one is kept, one comes later
  engine.publishMessage('paid', { correlationKey: 'a', timeToLive: 'PT1M', variables: { amount: 1 } });
  const early = engine.start('wait', { variables: { orderId: 'a' } });
  const late = engine.start('wait', { variables: { orderId: 'b' } });
  expect(() => engine.correlateMessage('paid', { correlationKey: 'nobody' })).toThrow(CommandRejected);
  const correlated = engine.correlateMessage('paid', { correlationKey: 'b', variables: { amount: 2 } });

  // then
  assertThat(early).isCompleted().hasVariables({ amount: 1 });
  assertThat(late).isCompleted().hasVariables({ amount: 2 });
  expect(correlated.key).toBe(late.key);
});

test('should find instances that a timer started', () => {
  const engine = createTestEngine({ startTime: '2026-03-01T10:00:00Z' });
  engine.deploy(
    model(
      'daily',
      `<bpmn:startEvent id="start">${timer('PT1H').replaceAll('timeDuration', 'timeCycle').replace('PT1H', 'R2/PT1H')}</bpmn:startEvent>${task('work')}${flow('start', 'work')}`,
    ),
  );
  engine.advance('P1D');
  expect(engine.instances('daily').map(({ state }) => state)).toEqual(['active', 'active']);
});

test('should set variables and cancel', () => {
  const { engine, order } = startOrder();
  order.setVariables({ colour: 'red' });
  order.setVariables({ size: 1 }, 'pay');
  assertThat(order).hasVariable('colour', 'red').hasNoVariable('size').hasLocalVariables('pay', { size: 1 });
  order.cancel();
  assertThat(order).isTerminated();
  expect(engine.jobs()).toEqual([]);
});

test('should name what is wrong with a model', () => {
  const engine = createTestEngine();
  expect(() => engine.deploy(model('bad', '<bpmn:startEvent id="start"/><bpmn:complexGateway id="odd"/>'))).toThrow(
    /odd/,
  );
});

test('should say which jobs there are when the one asked for is not', () => {
  const { engine } = startOrder();
  expect(() => engine.completeJob('ship')).toThrow("Expected an open job 'ship', but there are only 'pay' of pay");
});

test('should assign and complete user tasks', () => {
  // given
  const engine = createTestEngine();
  engine.deploy(
    model(
      'approval',
      `<bpmn:startEvent id="start"/><bpmn:userTask id="approve"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="clerks"/></bpmn:extensionElements></bpmn:userTask>${flow('start', 'approve')}`,
    ),
  );
  const approval = engine.start('approval');
  expect(engine.userTasks('approve')).toMatchObject([{ assignee: '', candidateGroups: ['clerks'], priority: 50 }]);

  // when
  engine.assignUserTask('approve', 'ada');
  assertThat(approval).hasUserTask('approve', { assignee: 'ada' });
  engine.completeUserTask('approve', { approved: true });

  // then
  assertThat(approval).isCompleted().hasVariables({ approved: true });
  expect(engine.userTasks()).toEqual([]);
});

test('should tell apart what is there several times, by its place', () => {
  // given
  const loop = (body: string) =>
    `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[10, 20]" inputElement="item" ${body}/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
  const engine = createTestEngine();
  engine.deploy(
    model(
      'several',
      `<bpmn:startEvent id="start"/><bpmn:serviceTask id="each"><bpmn:extensionElements><zeebe:taskDefinition type="each"/></bpmn:extensionElements>${loop('outputCollection="results" outputElement="=item + extra"')}</bpmn:serviceTask><bpmn:userTask id="sign"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements>${loop('')}</bpmn:userTask>${flow('start', 'each')}${flow('each', 'sign')}`,
    ),
  );
  const instance = engine.start('several');

  // when: the loop itself is the first of the element
  instance.setVariables({ extra: 1 }, { elementId: 'each', at: 1 });
  instance.setVariables({ extra: 2 }, 'each');
  engine.completeJob({ elementId: 'each', at: 1 });
  expect(() => engine.completeJob({ elementId: 'each', at: 1 })).toThrow('Expected an open job');
  engine.completeJob('each');

  // then
  assertThat(instance).hasVariable('results', [11, 22]);
  const [, second] = engine.userTasks('sign');
  engine.assignUserTask({ elementId: 'sign', at: 1 }, 'bob');
  expect(engine.userTasks('sign').find(({ assignee }) => assignee === 'bob')?.key).toBe(second?.key);
  engine.completeUserTask({ elementId: 'sign', at: 1 });
  expect(() => instance.setVariables({}, { elementId: 'each', at: 0 })).toThrow("an active instance of 'each'");
});

test('should broadcast signals to what waits and what they start', () => {
  // given
  const engine = createTestEngine();
  const definitions = '<bpmn:signal id="s" name="alarm"/>';
  const event = '<bpmn:signalEventDefinition signalRef="s"/>';
  engine.deploy(
    model(
      'wait',
      `<bpmn:startEvent id="start"/><bpmn:intermediateCatchEvent id="heard">${event}</bpmn:intermediateCatchEvent>${flow('start', 'heard')}`,
      definitions,
    ),
    model('react', `<bpmn:startEvent id="start">${event}</bpmn:startEvent>`, definitions),
  );
  const waiting = engine.start('wait');

  // when
  engine.broadcastSignal('alarm', { level: 3 });

  // then
  assertThat(waiting).isCompleted().hasVariables({ level: 3 });
  assertThat(engine.instances('react')[0]!).isCompleted().hasVariables({ level: 3 });
});

test('should let mocks answer the listeners of a task', () => {
  const engine = createTestEngine();
  engine.deploy(
    model(
      'listened',
      `<bpmn:startEvent id="start"/><bpmn:userTask id="check"><bpmn:extensionElements><zeebe:userTask/><zeebe:taskListeners><zeebe:taskListener eventType="completing" type="audit"/></zeebe:taskListeners></bpmn:extensionElements></bpmn:userTask>${flow('start', 'check')}`,
    ),
  );
  engine.mockJob('audit');
  const instance = engine.start('listened');
  engine.completeUserTask('check');
  assertThat(instance).isCompleted();
});
