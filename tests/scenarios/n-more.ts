/** Rows of the coverage table that the numbered list does not reach. */
import {
  bpmn,
  catchEvent,
  element,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  message,
  oneTask,
  path,
  serviceTask,
  startEvent,
  timerEvent,
} from './models.ts';
import type { Scenario } from './scenario.ts';

const job = (type: string): string => `<zeebe:taskDefinition type="${type}"/>`;

export const moreScenarios: readonly Scenario[] = [
  {
    number: 169,
    title: 'Send, script, business rule and old user tasks and thrown messages are jobs like those of service tasks',
    covers: [
      'send task',
      'script task (job)',
      'business rule task (job)',
      'user task (job)',
      'message throw event',
      'message end event',
    ],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's169', definitions: message('m', 's169-m') },
            startEvent(),
            element('sendTask', 'send', { extensions: job('s169-send') }),
            element('scriptTask', 'script', { extensions: job('s169-script') }),
            element('businessRuleTask', 'rule', { extensions: job('s169-rule') }),
            element('userTask', 'person'),
            element('intermediateThrowEvent', 'thrown', {
              extensions: job('s169-thrown'),
              body: '<bpmn:messageEventDefinition messageRef="m"/>',
            }),
            element('endEvent', 'told', {
              extensions: job('s169-told'),
              body: '<bpmn:messageEventDefinition messageRef="m"/>',
            }),
            path('start', 'send', 'script', 'rule', 'person', 'thrown', 'told'),
          ),
        ],
      },
      { create: 's169', as: 'instance' },
      { complete: 's169-send' },
      { complete: 's169-script', variables: { result: 1 } },
      { complete: 's169-rule' },
      { complete: { type: 'io.camunda.zeebe:userTask', of: '@instance' } },
      { complete: 's169-thrown' },
      { complete: 's169-told' },
      { expectCompleted: '@instance' },
      { expectPassed: '@instance', elements: ['send', 'script', 'rule', 'person', 'thrown', 'told'] },
      { expectVariables: '@instance', are: { result: 1 } },
    ],
  },
  {
    number: 170,
    title: 'An event sub-process with a timer runs beside its scope each time, or ends it',
    covers: ['timer event sub-process', 'non-interrupting event sub-process'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's170' },
            startEvent(),
            serviceTask('task', { type: 's170-task' }),
            path('start', 'task'),
            eventSubProcess(
              'remind',
              eventSubProcessStart('tick', timerEvent('timeCycle', 'R2/PT1M'), { interrupting: false }),
              endEvent('reminded'),
              path('tick', 'reminded'),
            ),
            eventSubProcess(
              'giveUp',
              eventSubProcessStart('late', timerEvent('timeDuration', 'PT10M')),
              serviceTask('clean', { type: 's170-clean' }),
              path('late', 'clean'),
            ),
          ),
        ],
      },
      { create: 's170', as: 'instance' },
      { advance: 'PT5M', by: 'PT1M' },
      { expectCount: 'ELEMENT_COMPLETED remind', is: 2 },
      { expectWaiting: '@instance', at: ['task'] },
      { advance: 'PT5M' },
      { expectWaiting: '@instance', at: ['clean'] },
      { complete: 's170-clean' },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 171,
    title: 'A timer fires at the date of an expression, at once when that is past',
    covers: ['timer catch event', 'expressions'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's171' },
            startEvent(),
            catchEvent('wait', timerEvent('timeDate', '= now() + duration(patience)')),
            endEvent(),
            path('start', 'wait', 'end'),
          ),
        ],
      },
      { create: 's171', variables: { patience: 'PT10M' }, as: 'instance' },
      { advance: 'PT9M59S' },
      { expectWaiting: '@instance', at: ['wait'] },
      { advance: 'PT1S' },
      { expectCompleted: '@instance' },
      { create: 's171', variables: { patience: '-PT10M' }, as: 'past' },
      { advance: 'PT0.001S' },
      { expectCompleted: '@past' },
    ],
  },
  {
    number: 172,
    title: 'Where business ids are unique one is free again when its instance has ended',
    covers: ['tags and business id', 'start of instances'],
    uniqueBusinessIds: true,
    inProcessOnly: 'needs an engine with another setting',
    steps: [
      { deploy: [oneTask('s172'), oneTask('s172other')] },
      { create: 's172', businessId: 'order-1', as: 'first' },
      { create: 's172', businessId: 'order-1', rejected: 'ALREADY_EXISTS' },
      { create: 's172other', businessId: 'order-1', as: 'otherProcess' },
      { complete: 's172-task' },
      { create: 's172', businessId: 'order-1', as: 'second' },
      { expectInstances: 's172', count: 2, living: 1 },
    ],
  },
  {
    number: 173,
    title: 'A batch operation is suspended, resumed and canceled; what comes out of turn is refused',
    covers: ['batch operations', 'several partitions'],
    partitions: 2,
    inProcessOnly: 'takes a partition down, to have time while it runs',
    steps: [
      { deploy: [oneTask('s173')] },
      { create: 's173', as: 'one' },
      { create: 's173', as: 'two' },
      { create: 's173', as: 'three' },
      { create: 's173', as: 'four' },
      { engine: { partitionDown: 2 } },
      { batch: 'CANCEL_PROCESS_INSTANCE', instances: ['@one', '@two'], as: 'batch' },
      { expectTerminated: '@one' },
      { suspendBatch: '@batch' },
      { suspendBatch: '@batch', rejected: 'INVALID_STATE' },
      { batch: 'CANCEL_PROCESS_INSTANCE', instances: ['@three', '@four'], as: 'dropped' },
      { cancelBatch: '@dropped' },
      { cancelBatch: '@dropped', rejected: 'NOT_FOUND' },
      { resumeBatch: '@batch' },
      { resumeBatch: '@batch', rejected: 'INVALID_STATE' },
      { engine: { partitionUp: 2 } },
      { advance: 'PT10M' },
      { expectTerminated: '@two' },
      { expectTerminated: '@three' },
    ],
  },
  {
    number: 174,
    title:
      'A batch operation completes in part when one partition gives up, which only partitions of different versions do',
    covers: ['batch operations', 'several partitions'],
    shownBy: {
      file: 'packages/engine/src/batch-operations/batch-operation.test.ts',
      test: 'should complete with the error of a partition that gave up',
    },
  },
];
