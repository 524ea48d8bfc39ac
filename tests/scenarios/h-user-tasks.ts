/** User tasks and listeners. */
import {
  boundaryEvent,
  bpmn,
  element,
  endEvent,
  input,
  io,
  message,
  messageEvent,
  multiInstance,
  path,
  serviceTask,
  startEvent,
} from './models.ts';
import type { Scenario } from './scenario.ts';

const userTask = (id: string, extensions = '', body = ''): string =>
  element('userTask', id, { extensions: `<zeebe:userTask/>${extensions}`, body });

const assignment = (attributes: string): string => `<zeebe:assignmentDefinition ${attributes}/>`;

/** `completing: type` pairs. */
const taskListeners = (...listeners: readonly (readonly [eventType: string, type: string])[]): string =>
  `<zeebe:taskListeners>${listeners.map(([eventType, type]) => `<zeebe:taskListener eventType="${eventType}" type="${type}"/>`).join('')}</zeebe:taskListeners>`;

const executionListeners = (...listeners: readonly (readonly [eventType: string, type: string])[]): string =>
  `<zeebe:executionListeners>${listeners.map(([eventType, type]) => `<zeebe:executionListener eventType="${eventType}" type="${type}"/>`).join('')}</zeebe:executionListeners>`;

const oneUserTask = (id: string, extensions = ''): string =>
  bpmn({ id }, startEvent(), userTask(`${id}-task`, extensions), endEvent(), path('start', `${id}-task`, 'end'));

export const userTaskScenarios: readonly Scenario[] = [
  {
    number: 110,
    title: 'A user task is created and, when the model names somebody, assigned',
    covers: ['user task'],
    steps: [
      {
        deploy: [
          oneUserTask('s110'),
          oneUserTask('s110named', assignment('assignee="= who" candidateGroups="sales, support"')),
        ],
      },
      { create: 's110', as: 'plain' },
      { expectTask: 's110-task', state: 'CREATED', like: { assignee: '', priority: 50 } },
      { create: 's110named', variables: { who: 'ada' }, as: 'named' },
      {
        expectTask: 's110named-task',
        state: 'ASSIGNED',
        like: { assignee: 'ada', candidateGroupsList: ['sales', 'support'] },
      },
      {
        expectRecords: [
          'USER_TASK CREATING s110named-task',
          'USER_TASK CREATED s110named-task',
          'USER_TASK ASSIGNING s110named-task',
          'USER_TASK ASSIGNED s110named-task',
        ],
      },
      { completeTask: 's110named-task', variables: { done: true } },
      { expectCompleted: '@named' },
      { expectVariables: '@named', are: { done: true } },
      { expectCount: 'USER_TASK ASSIGNING s110-task', is: 0 },
    ],
  },
  {
    number: 111,
    title: 'A task is claimed by nobody else while it has somebody, until it is unassigned',
    covers: ['user task'],
    steps: [
      { deploy: [oneUserTask('s111')] },
      { create: 's111', as: 'instance' },
      { assign: 's111-task', assignee: 'ada', allowOverride: false },
      { expectTask: 's111-task', state: 'ASSIGNED', like: { assignee: 'ada' } },
      { assign: 's111-task', assignee: 'bob', allowOverride: false, rejected: 'INVALID_STATE' },
      { assign: 's111-task', assignee: 'bob' },
      { expectTask: 's111-task', state: 'ASSIGNED', like: { assignee: 'bob' } },
      { unassign: 's111-task' },
      { expectTask: 's111-task', state: 'ASSIGNED', like: { assignee: '' } },
      { assign: 's111-task', assignee: 'eve', allowOverride: false },
      { completeTask: 's111-task' },
      { expectCompleted: '@instance' },
      { completeTask: 's111-task', rejected: 'NOT_FOUND' },
    ],
  },
  {
    number: 112,
    title: 'A task is updated within its bounds, and the event names what changed',
    covers: ['user task'],
    steps: [
      { deploy: [oneUserTask('s112', assignment('candidateUsers="ada, bob"'))] },
      { create: 's112', as: 'instance' },
      { updateTask: 's112-task', changes: { priority: 101 }, rejected: 'INVALID_ARGUMENT' },
      { updateTask: 's112-task', changes: { priority: 80, candidateUsers: [] } },
      {
        expectTask: 's112-task',
        state: 'UPDATED',
        like: { priority: 80, candidateUsersList: [], changedAttributes: ['candidateUsersList', 'priority'] },
      },
      { updateTask: 's112-task', changes: { dueDate: '2031-01-01T00:00:00Z' } },
      { expectTask: 's112-task', state: 'UPDATED', like: { dueDate: '2031-01-01T00:00:00Z', priority: 80 } },
    ],
  },
  {
    number: 113,
    title: 'A listener denies the completion with a reason; at the next try it lets it pass',
    covers: ['task listeners', 'user task'],
    steps: [
      { deploy: [oneUserTask('s113', taskListeners(['completing', 's113-check']))] },
      { create: 's113', as: 'instance' },
      { completeTask: 's113-task', pendingAs: 'first' },
      { expectJobs: 's113-check', count: 1, like: { jobKind: 'TASK_LISTENER' } },
      { complete: 's113-check', result: { denied: true, deniedReason: 'form is empty' } },
      { expectAnswer: 'first', rejected: 'INVALID_STATE: form is empty' },
      { expectTask: 's113-task', state: 'CREATED' },
      { expectCount: 'USER_TASK COMPLETION_DENIED s113-task', is: 1 },
      { completeTask: 's113-task', pendingAs: 'second' },
      { complete: 's113-check' },
      { expectAnswer: 'second' },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 114,
    title: 'A listener corrects the assignee, and the next one sees it',
    covers: ['task listeners', 'user task'],
    steps: [
      { deploy: [oneUserTask('s114', taskListeners(['assigning', 's114-first'], ['assigning', 's114-second']))] },
      { create: 's114', as: 'instance' },
      { assign: 's114-task', assignee: 'ada', pendingAs: 'assigned' },
      { complete: 's114-first', result: { corrections: { assignee: 'bob' } } },
      { expectRecords: ['USER_TASK ASSIGNING s114-task', 'USER_TASK CORRECTED s114-task'] },
      { expectNoAnswer: 'assigned' },
      { complete: 's114-second' },
      { expectAnswer: 'assigned' },
      { expectTask: 's114-task', state: 'ASSIGNED', like: { assignee: 'bob' } },
    ],
  },
  {
    number: 115,
    title: 'A listener of a task may neither give variables nor deny and correct at once',
    covers: ['task listeners'],
    steps: [
      { deploy: [oneUserTask('s115', taskListeners(['completing', 's115-check']))] },
      { create: 's115', as: 'instance' },
      { completeTask: 's115-task', pendingAs: 'completed' },
      { complete: 's115-check', variables: { x: 1 }, rejected: 'INVALID_ARGUMENT' },
      {
        complete: 's115-check',
        result: { denied: true, corrections: { priority: 10 } },
        rejected: 'INVALID_ARGUMENT',
      },
      { throwError: 's115-check', code: 'NO', rejected: 'INVALID_STATE' },
      { complete: 's115-check' },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 116,
    title: 'A listener of a task without retries stops it; resolved, the same listener runs again',
    covers: ['task listeners', 'incidents'],
    steps: [
      { deploy: [oneUserTask('s116', taskListeners(['completing', 's116-check'], ['completing', 's116-then']))] },
      { create: 's116', as: 'instance' },
      { completeTask: 's116-task', pendingAs: 'completed' },
      { fail: 's116-check', retries: 0, message: 'broken' },
      { expectIncident: 'TASK_LISTENER_NO_RETRIES', at: 's116-task', message: 'broken' },
      { updateJob: 's116-check', retries: 1 },
      { resolve: { element: 's116-task' } },
      { complete: 's116-check' },
      { complete: 's116-then' },
      { expectAnswer: 'completed' },
      { expectCompleted: '@instance' },
      { expectCount: 'JOB CREATED s116-check', is: 1 },
    ],
  },
  {
    number: 117,
    title: 'A listener hears of a task that is interrupted, not of one that a modification ends',
    covers: ['task listeners', 'message boundary event', 'modification'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's117', definitions: message('m', 's117-stop', '= "k"') },
            startEvent(),
            userTask('s117-task', taskListeners(['canceling', 's117-cleanup'])),
            boundaryEvent('stopped', 's117-task', messageEvent('m')),
            serviceTask('other', { type: 's117-other' }),
            endEvent(),
            path('start', 's117-task', 'other', 'end'),
            path('stopped', 'end'),
          ),
        ],
      },
      { create: 's117', as: 'interrupted' },
      { publish: 's117-stop', key: 'k' },
      { expectTask: 's117-task', state: 'CANCELING' },
      { expectJobs: 's117-cleanup', count: 1 },
      { complete: 's117-cleanup' },
      { expectCompleted: '@interrupted' },
      { create: 's117', as: 'modified' },
      { modify: '@modified', start: [{ element: 'other' }], end: [{ element: 's117-task' }] },
      { expectWaiting: '@modified', at: ['other'] },
      { expectCount: 'JOB CREATED s117-cleanup', is: 1 },
    ],
  },
  {
    number: 118,
    title: 'Global listeners run before and behind those of the model; a change counts from the next transition on',
    covers: ['global task listeners', 'task listeners'],
    steps: [
      { createGlobalListener: 's118-low', type: 's118-low', events: ['completing'], priority: 10 },
      { createGlobalListener: 's118-high', type: 's118-high', events: ['completing'], priority: 90 },
      { createGlobalListener: 's118-last', type: 's118-last', events: ['completing'], afterNonGlobal: true },
      { deploy: [oneUserTask('s118', taskListeners(['completing', 's118-model']))] },
      { create: 's118', as: 'instance' },
      { completeTask: 's118-task', pendingAs: 'completed' },
      { complete: 's118-high' },
      { deleteGlobalListener: 's118-low' },
      { complete: 's118-low' },
      { complete: 's118-model' },
      { complete: 's118-last' },
      { expectAnswer: 'completed' },
      { expectCompleted: '@instance' },
      { create: 's118', as: 'next' },
      { completeTask: 's118-task', pendingAs: 'again' },
      { complete: 's118-high' },
      { expectJobs: 's118-model', count: 1 },
      { expectCount: 'JOB CREATED s118-low', is: 1 },
      { complete: 's118-model' },
      { complete: 's118-last' },
      { deleteGlobalListener: 's118-high' },
      { deleteGlobalListener: 's118-last' },
    ],
  },
  {
    number: 119,
    title: 'Execution listeners run around a task, one after the other, before it listens to anything',
    covers: ['execution listeners', 'service task'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's119', definitions: message('m', 's119-stop', '= key') },
            startEvent(),
            element('serviceTask', 'task', {
              extensions: `<zeebe:taskDefinition type="s119-task"/>${io(input('= 1', 'mapped'))}${executionListeners(
                ['start', 's119-one'],
                ['start', 's119-two'],
                ['end', 's119-after'],
              )}`,
            }),
            boundaryEvent('stopped', 'task', messageEvent('m')),
            endEvent(),
            path('start', 'task', 'end'),
            path('stopped', 'end'),
          ),
        ],
      },
      { create: 's119', variables: { key: 'k' }, as: 'instance' },
      { expectJobs: 's119-one', count: 1, like: { jobKind: 'EXECUTION_LISTENER' } },
      { activate: 's119-one', jobs: [{ variables: { mapped: 1 } }] },
      { complete: 's119-one', variables: { local: 1 } },
      { expectCount: 'PROCESS_MESSAGE_SUBSCRIPTION CREATED stopped', is: 0 },
      { complete: 's119-two' },
      { expectCount: 'PROCESS_MESSAGE_SUBSCRIPTION CREATED stopped', is: 1 },
      { expectVariables: { element: 'task' }, are: { mapped: 1, local: 1 } },
      { complete: 's119-task' },
      { complete: 's119-after', variables: { outcome: 'fine' } },
      { expectCompleted: '@instance' },
      { expectVariables: '@instance', are: { outcome: 'fine' }, absent: ['local', 'mapped'] },
      {
        expectRecords: [
          'JOB CREATED s119-one',
          'JOB CREATED s119-two',
          'JOB CREATED s119-task',
          'ELEMENT_ACTIVATED task',
          'ELEMENT_COMPLETING task',
          'JOB CREATED s119-after',
          'ELEMENT_COMPLETED task',
        ],
      },
    ],
  },
  {
    number: 120,
    title: 'Listeners of a loop run for each round, and one before all of them may give the list',
    covers: ['execution listeners', 'parallel multi-instance'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's120' },
            startEvent(),
            element('serviceTask', 'task', {
              extensions: `<zeebe:taskDefinition type="s120-task"/>${executionListeners(
                ['beforeAll', 's120-before'],
                ['start', 's120-each'],
              )}`,
              body: multiInstance('= found'),
            }),
            path('start', 'task'),
          ),
        ],
      },
      { create: 's120', as: 'instance' },
      { complete: 's120-before', variables: { found: ['a', 'b'] } },
      { expectJobs: 's120-each', count: 2 },
      { complete: 's120-each' },
      { expectJobs: 's120-task', count: 1 },
      { complete: 's120-each' },
      { complete: 's120-task' },
      { complete: 's120-task' },
      { expectCompleted: '@instance' },
      { expectVariables: '@instance', are: {}, absent: ['found'] },
    ],
  },
  {
    number: 121,
    title: 'A listener of the process hears of its cancelation when all else has ended',
    covers: ['execution listeners', 'cancelation'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's121' },
            executionListenersOfProcess(['cancel', 's121-cleanup']),
            startEvent(),
            serviceTask('task', { type: 's121-task' }),
            path('start', 'task'),
          ),
        ],
      },
      { create: 's121', as: 'instance' },
      { cancel: '@instance', pendingAs: 'canceled' },
      { expectJobs: 's121-cleanup', count: 1 },
      { expectRecords: ['ELEMENT_TERMINATED task', 'JOB CREATED s121-cleanup'] },
      { complete: 's121-cleanup' },
      { expectTerminated: '@instance' },
      { create: 's121', as: 'forced' },
      { cancel: '@forced', pendingAs: 'waits' },
      { expectJobs: 's121-cleanup', count: 1 },
      { cancel: '@forced', pendingAs: 'force' },
      { expectTerminated: '@forced' },
    ],
  },
  {
    number: 122,
    title: 'A task whose form is not there stops and goes on when it is deployed',
    covers: ['forms', 'user task', 'incidents'],
    steps: [
      { deploy: [oneUserTask('s122', '<zeebe:formDefinition formId="s122-form"/>')] },
      { create: 's122', as: 'instance' },
      { expectIncident: 'FORM_NOT_FOUND', at: 's122-task', message: 's122-form' },
      { deploy: [{ name: 's122.form', content: '{"id": "s122-form", "components": []}' }] },
      { resolve: { element: 's122-task' } },
      { expectTask: 's122-task', state: 'CREATED' },
      { completeTask: 's122-task' },
      { expectCompleted: '@instance' },
    ],
  },
];

function executionListenersOfProcess(...listeners: readonly (readonly [eventType: string, type: string])[]): string {
  return `<bpmn:extensionElements>${executionListeners(...listeners)}</bpmn:extensionElements>`;
}
