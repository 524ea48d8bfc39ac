import {
  CommandDistributionIntent,
  DEFAULT_TENANT_ID,
  DeploymentIntent,
  type DeploymentResource,
  deploymentCommandValue,
  ProcessInstanceCreationIntent,
  partitionIdOf,
  TimerIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  callActivity,
  catchEvent,
  document,
  element,
  endEvent,
  exclusiveGateway,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { dmn, table } from '../../test/dmn.ts';
import { checkInvariants, startEngine } from '../../test/invariants.ts';
import { answersOf, eventsOf, rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const plain = (id = 'p', content = '') => bpmn({ id }, startEvent(), endEvent(), flow('start', 'end'), content);
const timed = bpmn(
  { id: 'p' },
  startEvent('start', timerEvent('timeCycle', 'R/PT1H')),
  endEvent(),
  flow('start', 'end'),
);
const messaged = (name: string) =>
  bpmn(
    { id: 'p', definitions: message('m', name) },
    startEvent('start', messageEvent('m')),
    endEvent(),
    flow('start', 'end'),
  );

function send(engine: TestEngine, resources: readonly DeploymentResource[], tenantId = DEFAULT_TENANT_ID) {
  return engine.send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, deploymentCommandValue(resources, tenantId));
}

const resource = (resourceName: string, text: string): DeploymentResource => ({
  resourceName,
  resource: new TextEncoder().encode(text),
});

const versions = (engine: TestEngine) => engine.events(ValueType.PROCESS).map(({ value }) => value.version);

describe('DEPLOYMENT CREATE', () => {
  it('should create the process and answer with its key and version, without the resource', () => {
    // given
    const engine = startEngine();

    // when
    let answers: ReturnType<typeof answersOf> = [];
    const events = eventsOf(engine, () => {
      answers = answersOf(engine, () => engine.deploy({ name: 'p.bpmn', xml: plain() }));
    });

    // then
    expect(events).toEqual(['PROCESS CREATED', 'DEPLOYMENT CREATED']);
    const [process] = engine.events(ValueType.PROCESS);
    expect(process?.value).toMatchObject({ bpmnProcessId: 'p', version: 1, resourceName: 'p.bpmn' });
    expect(partitionIdOf(process!.key)).toBe(1);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      intent: DeploymentIntent.CREATED,
      value: {
        deploymentKey: answers[0]?.key,
        resources: [],
        processesMetadata: [
          {
            bpmnProcessId: 'p',
            version: 1,
            processDefinitionKey: process?.key,
            isDuplicate: false,
            resourceName: 'p.bpmn',
          },
        ],
      },
    });
    expect(process?.value.deploymentKey).toBe(answers[0]?.key);
  });

  it('should keep key and version of a resource that did not change', () => {
    // given
    const engine = startEngine();
    const first = engine.deploy(plain());

    // when
    const second = engine.deploy(plain());

    // then
    expect(versions(engine)).toEqual([1]);
    expect(second.processesMetadata).toEqual([{ ...first.processesMetadata[0], isDuplicate: true }]);
    expect(second.deploymentKey).not.toBe(first.deploymentKey);
  });

  it('should give the next version to changed content, a changed name, and older content that comes back', () => {
    // given
    const engine = startEngine();
    const changed = plain('p', element('task', 'alone'));
    engine.deploy({ name: 'p.bpmn', xml: plain() });

    // when
    engine.deploy({ name: 'p.bpmn', xml: changed });
    engine.deploy({ name: 'renamed.bpmn', xml: changed });
    engine.deploy({ name: 'p.bpmn', xml: plain() });

    // then
    expect(versions(engine)).toEqual([1, 2, 3, 4]);
    expect(new Set(engine.events(ValueType.PROCESS).map(({ key }) => key)).size).toBe(4);
  });

  it('should number versions of a tenant by themselves', () => {
    const engine = startEngine();
    send(engine, [resource('p.bpmn', plain())]);
    send(engine, [resource('p.bpmn', plain())], 'other');
    expect(engine.events(ValueType.PROCESS).map(({ value }) => [value.tenantId, value.version])).toEqual([
      [DEFAULT_TENANT_ID, 1],
      ['other', 1],
    ]);
  });

  it('should deploy several resources, and several processes of one, together', () => {
    // given
    const engine = startEngine();
    const two = document(
      ['a', 'b']
        .map((id) => `<bpmn:process id="${id}" isExecutable="true">${startEvent(`start_${id}`)}</bpmn:process>`)
        .join(''),
    );

    // when
    const { processesMetadata } = engine.deploy({ name: 'two.bpmn', xml: two }, { name: 'c.xml', xml: plain('c') });

    // then
    expect(processesMetadata.map(({ bpmnProcessId }) => bpmnProcessId)).toEqual(['a', 'b', 'c']);
  });

  it('should deploy nothing when one of several resources is invalid, and name file, element and rule of each finding', () => {
    // given
    const engine = startEngine();

    // when
    const answer = send(engine, [
      resource('good.bpmn', plain('good')),
      resource('bad.bpmn', bpmn({ id: 'bad' }, startEvent(), endEvent(), flow('start', 'end'), flow('end', 'start'))),
      resource('rules.dmn', '<definitions/>'),
    ]);

    // then
    const text = rejectionOf(answer);
    expect(text).toMatch(
      /^INVALID_ARGUMENT: Expected to deploy new resources, but encountered the following errors:\n/,
    );
    expect(text).toMatch(/'bad\.bpmn': - Element: start\n {4}- ERROR: .+\n- Element: end\n {4}- ERROR: /);
    expect(text).toContain("'rules.dmn': - ");
    expect(engine.events(ValueType.PROCESS)).toEqual([]);
    const create = engine.send(
      ValueType.PROCESS_INSTANCE_CREATION,
      ProcessInstanceCreationIntent.CREATE,
      engine.creation('good'),
    );
    expect(rejectionOf(create)).toMatch(/^NOT_FOUND: /);
  });

  it.each([
    [
      'no process that can be executed',
      document('<bpmn:process id="p" isExecutable="false"/>'),
      'at least one executable process',
    ],
    ['no XML', 'not xml', 'p.bpmn'],
    ['an element that is not supported', plain('p', element('complexGateway', 'complex')), 'complex'],
    [
      'a condition that is no FEEL',
      bpmn(
        { id: 'p' },
        startEvent(),
        exclusiveGateway('gateway', 'gateway_end'),
        endEvent(),
        endEvent('other'),
        flow('start', 'gateway'),
        flow('gateway', 'end'),
        flow('gateway', 'other', '=1 +'),
      ),
      "failed to parse expression '1 +': Expected a value, but found the end of the expression",
    ],
    [
      'a loop of elements that never wait',
      bpmn(
        { id: 'p' },
        startEvent(),
        element('task', 'a'),
        element('task', 'b'),
        flow('start', 'a'),
        flow('a', 'b'),
        flow('b', 'a'),
      ),
      'p.bpmn',
    ],
    [
      'a start timer whose expression fails',
      bpmn({ id: 'p' }, startEvent('start', timerEvent('timeCycle', '=missing')), endEvent(), flow('start', 'end')),
      "'p.bpmn': - Element: start\n    - ERROR: Invalid timer cycle expression",
    ],
    [
      'a start timer that is no cron',
      bpmn({ id: 'p' }, startEvent('start', timerEvent('timeCycle', 'now and then')), endEvent(), flow('start', 'end')),
      'start',
    ],
    [
      'a start message whose name needs variables',
      messaged('=name'),
      "Expected result of the expression 'name' to be 'STRING', but was 'NULL'",
    ],
  ])('should refuse %s', (_what, xml, reason) => {
    const engine = startEngine();
    const text = rejectionOf(send(engine, [resource('p.bpmn', xml)]));
    expect(text).toMatch(/^INVALID_ARGUMENT: /);
    expect(text).toContain(reason);
    expect(engine.dump()).toEqual([]);
  });

  it('should say where decisions hold what is no FEEL, and what was expected there', () => {
    // given
    const engine = startEngine();
    const rules = table('fees', {
      inputs: ['order.'],
      outputs: ['fee'],
      rules: [
        ['> 3,', '1'],
        ['[1..2]', '[1 2]'],
      ],
    });

    // when
    const text = rejectionOf(send(engine, [resource('rules.dmn', dmn('drg', rules))]));

    // then
    const inputProblem = "'order.': Expected a name, but found the end of the expression";
    const outputProblem = "'[1 2]': Expected an operator, ',' or ']', but found '2' at line 1, column 4";
    expect(text).toMatch(/Element: in1[^\n]*\n.*Failed to parse expression 'order\.'/);
    expect(text).toMatch(/Element: rule1[^\n]*\n.*Failed to parse expression '> 3,'/);
    expect(text).toMatch(/Element: rule2[^\n]*\n.*Failed to parse expression '\[1 2\]'/);
    expect(text).toContain(inputProblem);
    expect(text).toContain(outputProblem);
  });

  it('should refuse no resources, an empty one, and bytes that are no text', () => {
    const engine = startEngine();
    expect(rejectionOf(send(engine, []))).toBe(
      'INVALID_ARGUMENT: Expected to deploy at least one resource, but none given',
    );
    expect(rejectionOf(send(engine, [resource('p.bpmn', '')]))).toContain(
      "'p.bpmn': Expected a resource with content, but it is empty",
    );
    expect(rejectionOf(send(engine, [{ resourceName: 'p.bpmn', resource: new Uint8Array([0xff]) }]))).toContain(
      "'p.bpmn': Expected UTF-8 text, but it holds other bytes",
    );
  });

  it('should refuse two processes with one id', () => {
    const engine = startEngine();
    expect(rejectionOf(send(engine, [resource('a.bpmn', plain()), resource('b.bpmn', plain())]))).toContain(
      "Duplicated process id in resources 'a.bpmn' and 'b.bpmn': 'p'. Rename one of the processes.",
    );
  });

  it('should let a new version take over start timers and start messages', () => {
    // given
    const engine = startEngine();
    engine.deploy({ name: 'p.bpmn', xml: timed });

    // when
    const second = eventsOf(engine, () => engine.deploy({ name: 'p.bpmn', xml: messaged('one') }));
    const third = eventsOf(engine, () => engine.deploy({ name: 'p.bpmn', xml: messaged('two') }));

    // then
    expect(second).toEqual([
      'PROCESS CREATED',
      'TIMER CANCELED',
      'MESSAGE_START_EVENT_SUBSCRIPTION CREATED',
      'DEPLOYMENT CREATED',
    ]);
    expect(third).toEqual([
      'PROCESS CREATED',
      'MESSAGE_START_EVENT_SUBSCRIPTION DELETED',
      'MESSAGE_START_EVENT_SUBSCRIPTION CREATED',
      'DEPLOYMENT CREATED',
    ]);
    engine.publish('one', '');
    engine.publish('two', '');
    expect(engine.completed().filter((id) => id === 'p')).toHaveLength(1);
  });

  it('should bind a version tag to what was deployed last with it', () => {
    // given
    const engine = startEngine();
    const tagged = (task: string) =>
      bpmn(
        { id: 'child', versionTag: 'stable' },
        startEvent(),
        serviceTask(task),
        endEvent(),
        flow('start', task),
        flow(task, 'end'),
      );
    engine.deploy({ name: 'c.bpmn', xml: tagged('older') });
    engine.deploy({ name: 'c.bpmn', xml: tagged('newer') });
    engine.deploy({ name: 'c.bpmn', xml: plain('child') });
    engine.deploy({
      name: 'p.bpmn',
      xml: bpmn(
        { id: 'p' },
        startEvent(),
        callActivity('call', 'child', { attributes: 'bindingType="versionTag" versionTag="stable"' }),
        endEvent(),
        flow('start', 'call'),
        flow('call', 'end'),
      ),
    });

    // when
    engine.create('p');

    // then
    expect(engine.activate('newer')).toHaveLength(1);
  });
});

describe('deployments to other partitions', () => {
  const waiting = bpmn(
    { id: 'p', definitions: message('m', 'begin') + message('n', 'paid', '=key') },
    startEvent(),
    startEvent('begun', messageEvent('m')),
    startEvent('timed', timerEvent('timeCycle', 'R1/PT1H')),
    catchEvent('wait', messageEvent('n')),
    endEvent(),
    flow('start', 'wait'),
    flow('begun', 'wait'),
    flow('timed', 'wait'),
    flow('wait', 'end'),
  );

  it('should arrive with the same keys and versions, and be acknowledged', () => {
    // given
    const cluster = new TestCluster(3);
    const [first, second, third] = cluster.partitions as [TestEngine, TestEngine, TestEngine];

    // when
    first.deploy(waiting);
    cluster.settle();

    // then
    const { STARTED, DISTRIBUTING, ACKNOWLEDGED, FINISHED } = CommandDistributionIntent;
    expect(first.events(ValueType.COMMAND_DISTRIBUTION).map(({ intent }) => intent)).toEqual([
      STARTED,
      DISTRIBUTING,
      DISTRIBUTING,
      ACKNOWLEDGED,
      ACKNOWLEDGED,
      FINISHED,
    ]);
    const [origin] = first.events(ValueType.PROCESS);
    for (const partition of [second, third]) {
      expect(partition.events(ValueType.PROCESS).map(({ value }) => value)).toEqual([origin?.value]);
      expect(partition.events(ValueType.DEPLOYMENT)[0]?.key).toBe(first.events(ValueType.DEPLOYMENT)[0]?.key);
      const [subscription] = partition.events(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION);
      expect(partitionIdOf(subscription!.key)).toBe(partition.options.partitionId);
      expect(partition.events(ValueType.TIMER)).toEqual([]);
      expect(partition.replayed().dump()).toEqual(partition.dump());
      expect(partition.isCompleted(partition.create('p', { key: 'k' }))).toBe(false);
    }
    expect(first.events(ValueType.TIMER, TimerIntent.CREATED)).toHaveLength(1);
  });

  it('should arrive later where a partition was down, and only once', () => {
    // given
    const cluster = new TestCluster(3);
    cluster.takeDown(2);
    cluster.partition(1).deploy(waiting);
    cluster.settle();
    expect(cluster.partition(2).events(ValueType.PROCESS)).toEqual([]);
    expect(cluster.partition(3).events(ValueType.PROCESS)).toHaveLength(1);
    cluster.advance(60_000);

    // when
    cluster.bringUp(2);
    cluster.advance(30_000);

    // then
    expect(cluster.partition(2).events(ValueType.PROCESS)).toHaveLength(1);
    expect(cluster.partition(3).events(ValueType.PROCESS)).toHaveLength(1);
    expect(
      cluster.partition(1).events(ValueType.COMMAND_DISTRIBUTION, CommandDistributionIntent.FINISHED),
    ).toHaveLength(1);
  });

  it('should be acknowledged again when the acknowledgement was lost', () => {
    // given
    const cluster = new TestCluster(2);
    let lost = 0;
    cluster.loses = ({ valueType }) => valueType === ValueType.COMMAND_DISTRIBUTION && lost++ === 0;
    cluster.partition(1).deploy(waiting);
    cluster.settle();

    // when
    cluster.advance(30_000);

    // then
    expect(lost).toBe(2);
    expect(cluster.partition(2).events(ValueType.PROCESS)).toHaveLength(1);
    expect(cluster.partition(2).rejections()[0]?.rejectionReason).toMatch(/was here before$/);
    expect(
      cluster.partition(1).events(ValueType.COMMAND_DISTRIBUTION, CommandDistributionIntent.FINISHED),
    ).toHaveLength(1);
  });

  it('should arrive in order: a later one waits until the one before is acknowledged', () => {
    // given the first deployment is lost on its way
    const cluster = new TestCluster(2);
    let lost = 0;
    cluster.loses = ({ valueType }) => valueType === ValueType.DEPLOYMENT && lost++ === 0;
    cluster.partition(1).deploy({ name: 'p.bpmn', xml: messaged('older') });
    cluster.settle();
    cluster.partition(1).deploy({ name: 'p.bpmn', xml: messaged('newer') });
    cluster.settle();
    const second = cluster.partition(2);
    expect(second.events(ValueType.PROCESS)).toEqual([]);

    // when it is sent again
    cluster.advance(30_000);

    // then
    const { STARTED, DISTRIBUTING, ENQUEUED, ACKNOWLEDGED, FINISHED } = CommandDistributionIntent;
    expect(
      cluster
        .partition(1)
        .events(ValueType.COMMAND_DISTRIBUTION)
        .map(({ intent }) => intent),
    ).toEqual([STARTED, DISTRIBUTING, STARTED, ENQUEUED, ACKNOWLEDGED, FINISHED, DISTRIBUTING, ACKNOWLEDGED, FINISHED]);
    expect(second.events(ValueType.PROCESS).map(({ value }) => value.version)).toEqual([1, 2]);
    second.publish('older', '');
    expect(second.completed()).toEqual([]);
    second.publish('newer', '');
    expect(second.events(ValueType.PROCESS_INSTANCE)[0]?.value.version).toBe(2);
    checkInvariants(cluster.partition(1));
    checkInvariants(second);
  });
});
