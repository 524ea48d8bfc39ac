/** Event sub-processes, call activities, compensation and escalation. */
import {
  boundaryEvent,
  bpmn,
  callActivity,
  compensateEvent,
  element,
  endEvent,
  error,
  errorEvent,
  escalation,
  escalationEvent,
  eventSubProcess,
  eventSubProcessStart,
  input,
  io,
  jobTask,
  message,
  messageEvent,
  multiInstance,
  oneTask,
  output,
  path,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
} from './models.ts';
import type { Scenario } from './scenario.ts';

const association = (boundaryId: string, handlerId: string): string =>
  `<bpmn:association id="${boundaryId}_${handlerId}" associationDirection="One" sourceRef="${boundaryId}" targetRef="${handlerId}"/>`;

/** A boundary event that undoes an activity with a task of its own. */
const undoneBy = (activityId: string, handlerId: string): string =>
  element('boundaryEvent', `${activityId}Undo`, {
    attributes: `attachedToRef="${activityId}"`,
    body: compensateEvent(),
  }) +
  element('serviceTask', handlerId, {
    attributes: 'isForCompensation="true"',
    extensions: `<zeebe:taskDefinition type="${handlerId}"/>`,
  }) +
  association(`${activityId}Undo`, handlerId);

/** A version of a called process whose task tells which one it is. */
const child = (id: string, taskId: string, versionTag?: string): string =>
  bpmn(
    { id, ...(versionTag !== undefined && { versionTag }) },
    startEvent(),
    serviceTask(taskId, { type: taskId }),
    path('start', taskId),
  );

const caller = (id: string, attributes: string): string =>
  bpmn({ id }, startEvent(), callActivity('call', 's091child', { attributes }), path('start', 'call'));

export const scopeScenarios: readonly Scenario[] = [
  {
    number: 88,
    title: 'An interrupting event sub-process ends everything else, once, and then its scope',
    covers: ['message event sub-process', 'embedded sub-process'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's088', definitions: message('m', 's088-stop', '= "k"') },
            startEvent(),
            subProcess(
              'sub',
              startEvent('s'),
              serviceTask('a', { type: 's088-a' }),
              serviceTask('b', { type: 's088-b' }),
              path('s', 'a'),
              path('s', 'b'),
              eventSubProcess(
                'stop',
                eventSubProcessStart('stopped', messageEvent('m')),
                serviceTask('clean', { type: 's088-clean' }),
                path('stopped', 'clean'),
              ),
            ),
            serviceTask('after', { type: 's088-after' }),
            path('start', 'sub', 'after'),
          ),
        ],
      },
      { create: 's088', as: 'instance' },
      { publish: 's088-stop', key: 'k' },
      { expectWaiting: '@instance', at: ['clean'] },
      { publish: 's088-stop', key: 'k' },
      { expectWaiting: '@instance', at: ['clean'] },
      { complete: 's088-clean' },
      { expectWaiting: '@instance', at: ['after'] },
      { expectPassed: '@instance', elements: ['stopped', 'clean', 'stop', 'sub'] },
    ],
  },
  {
    number: 89,
    title: 'An event sub-process that does not interrupt runs once for each message, its payload mapped apart',
    covers: ['message event sub-process', 'non-interrupting event sub-process', 'input and output mappings'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's089', definitions: message('m', 's089-note', '= "k"') },
            startEvent(),
            serviceTask('task', { type: 's089-task' }),
            path('start', 'task'),
            eventSubProcess(
              'listen',
              eventSubProcessStart('heard', messageEvent('m'), {
                interrupting: false,
                io: io(output('= text', 'lastNote')),
              }),
              serviceTask('note', { type: 's089-note' }),
              path('heard', 'note'),
            ),
          ),
        ],
      },
      { create: 's089', as: 'instance' },
      { publish: 's089-note', key: 'k', variables: { text: 'one' } },
      { publish: 's089-note', key: 'k', variables: { text: 'two' } },
      { expectWaiting: '@instance', at: ['note', 'note', 'task'] },
      { expectVariables: '@instance', are: { lastNote: 'two' }, absent: ['text'] },
      { complete: 's089-note' },
      { complete: 's089-note' },
      { complete: 's089-task' },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 90,
    title: 'A boundary event of a sub-process ends it also while its event sub-process runs',
    covers: ['message event sub-process', 'message boundary event', 'embedded sub-process'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's090', definitions: message('in', 's090-in', '= "k"') + message('out', 's090-out', '= "k"') },
            startEvent(),
            subProcess(
              'sub',
              startEvent('s'),
              serviceTask('a', { type: 's090-a' }),
              path('s', 'a'),
              eventSubProcess(
                'inner',
                eventSubProcessStart('entered', messageEvent('in')),
                serviceTask('handle', { type: 's090-handle' }),
                path('entered', 'handle'),
              ),
            ),
            boundaryEvent('left', 'sub', messageEvent('out')),
            endEvent(),
            path('start', 'sub'),
            path('left', 'end'),
          ),
        ],
      },
      { create: 's090', as: 'instance' },
      { publish: 's090-in', key: 'k' },
      { expectWaiting: '@instance', at: ['handle'] },
      { publish: 's090-out', key: 'k' },
      { expectCompleted: '@instance' },
      { expectPassed: '@instance', elements: ['left', 'end'] },
      { expectRecords: ['ELEMENT_TERMINATED handle', 'ELEMENT_TERMINATED inner', 'ELEMENT_TERMINATED sub'] },
    ],
  },
  {
    number: 91,
    title: 'A call reaches the latest version, the one deployed beside it, or the one of a tag',
    covers: ['call activity', 'version tags and bindings'],
    steps: [
      {
        deploy: [
          child('s091child', 's091-first', 'gold'),
          caller('s091latest', 'bindingType="latest"'),
          caller('s091beside', 'bindingType="deployment"'),
          caller('s091tagged', 'bindingType="versionTag" versionTag="gold"'),
        ],
      },
      { deploy: [child('s091child', 's091-second')] },
      { create: 's091latest' },
      { expectJobs: 's091-second', count: 1 },
      { expectJobs: 's091-first', count: 0 },
      { create: 's091beside' },
      { expectJobs: 's091-first', count: 1 },
      { create: 's091tagged' },
      { expectJobs: 's091-first', count: 2 },
    ],
  },
  {
    number: 92,
    title: 'Variables go to a called process and come back as the call says',
    covers: ['call activity', 'input and output mappings'],
    steps: [
      {
        deploy: [
          oneTask('s092child'),
          bpmn(
            { id: 's092' },
            startEvent(),
            callActivity('call', 's092child', {
              attributes: 'propagateAllParentVariables="false" propagateAllChildVariables="false"',
              io: io(input('= order.id', 'orderId')),
            }),
            serviceTask('after', { type: 's092-after' }),
            path('start', 'call', 'after'),
          ),
          bpmn(
            { id: 's092mapped' },
            startEvent(),
            callActivity('call', 's092child', { io: io(output('= total', 'sum')) }),
            serviceTask('after', { type: 's092-after' }),
            path('start', 'call', 'after'),
          ),
        ],
      },
      { create: 's092', variables: { order: { id: 'o1' }, secret: 1 }, as: 'parent' },
      { expectInstances: 's092child', count: 1, as: 'child' },
      { expectVariables: '@child', are: { orderId: 'o1' }, absent: ['order', 'secret'] },
      { complete: 's092child-task', variables: { total: 3 } },
      { expectWaiting: '@parent', at: ['after'] },
      { expectVariables: '@parent', are: {}, absent: ['total', 'orderId'] },
      { create: 's092mapped', variables: { x: 1 }, as: 'mapped' },
      { expectInstances: 's092child', count: 2, as: 'second' },
      { expectVariables: '@second', are: { x: 1 } },
      { complete: 's092child-task', variables: { total: 4, other: 5 } },
      { expectVariables: '@mapped', are: { sum: 4 }, absent: ['total', 'other'] },
    ],
  },
  {
    number: 93,
    title: 'A called instance is not canceled by itself; with its root it ends first',
    covers: ['call activity', 'cancelation'],
    steps: [
      {
        deploy: [
          oneTask('s093child'),
          bpmn({ id: 's093' }, startEvent(), callActivity('call', 's093child'), path('start', 'call')),
        ],
      },
      { create: 's093', as: 'root' },
      { expectInstances: 's093child', count: 1, as: 'child' },
      { cancel: '@child', rejected: 'INVALID_STATE' },
      { cancel: '@root' },
      { expectTerminated: '@child' },
      { expectTerminated: '@root' },
      {
        expectRecords: ['ELEMENT_TERMINATED s093child', 'ELEMENT_TERMINATED call', 'ELEMENT_TERMINATED s093'],
      },
    ],
  },
  {
    number: 94,
    title: 'A call of a process that is not there stops and goes on when it is deployed',
    covers: ['call activity', 'incidents'],
    steps: [
      { deploy: [bpmn({ id: 's094' }, startEvent(), callActivity('call', 's094child'), path('start', 'call'))] },
      { create: 's094', as: 'instance' },
      { expectIncident: 'CALLED_ELEMENT_ERROR', at: 'call', message: 's094child' },
      { deploy: [oneTask('s094child')] },
      { resolve: { element: 'call' } },
      { complete: 's094child-task' },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 95,
    title: 'An error or escalation of a called process that its caller catches ends it',
    covers: [
      'call activity',
      'error end event',
      'escalation end event',
      'error boundary event',
      'escalation boundary event',
    ],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's095error', definitions: error('e', 'BROKEN') },
            startEvent(),
            endEvent('fail', errorEvent('e')),
            path('start', 'fail'),
          ),
          bpmn(
            { id: 's095escalation', definitions: escalation('e', 'LATE') },
            startEvent(),
            serviceTask('beside', { type: 's095-beside' }),
            endEvent('escalate', escalationEvent('e')),
            path('start', 'beside'),
            path('start', 'escalate'),
          ),
          bpmn(
            { id: 's095', definitions: error('e', 'BROKEN') + escalation('l', 'LATE') },
            startEvent(),
            callActivity('first', 's095error'),
            boundaryEvent('broken', 'first', errorEvent('e')),
            callActivity('second', 's095escalation'),
            boundaryEvent('late', 'second', escalationEvent('l')),
            endEvent(),
            path('start', 'first'),
            path('broken', 'second'),
            path('late', 'end'),
          ),
        ],
      },
      { create: 's095', as: 'instance' },
      { expectCompleted: '@instance' },
      { expectPassed: '@instance', elements: ['broken', 'late', 'end'] },
      { expectInstances: 's095error', count: 1, living: 0 },
      { expectInstances: 's095escalation', count: 1, living: 0, as: 'escalated' },
      { expectTerminated: '@escalated' },
    ],
  },
  {
    number: 105,
    title: 'Compensation undoes what completed, also inside a completed sub-process, and once',
    covers: ['compensation throw event', 'compensation boundary event', 'embedded sub-process'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's105' },
            startEvent(),
            jobTask('s105a', ''),
            undoneBy('s105a', 's105undoA'),
            subProcess(
              'sub',
              startEvent('s'),
              jobTask('s105b', ''),
              undoneBy('s105b', 's105undoB'),
              path('s', 's105b'),
            ),
            throwEvent('undo', compensateEvent()),
            throwEvent('again', compensateEvent()),
            endEvent(),
            path('start', 's105a', 'sub', 'undo', 'again', 'end'),
          ),
        ],
      },
      { create: 's105', as: 'instance' },
      { complete: 's105a' },
      { complete: 's105b' },
      { expectWaiting: '@instance', at: ['s105undoA', 's105undoB', 'undo'] },
      { complete: 's105undoB' },
      { expectWaiting: '@instance', at: ['s105undoA', 'undo'] },
      { complete: 's105undoA' },
      { expectCompleted: '@instance' },
      { expectCount: 'ELEMENT_COMPLETED s105undoA', is: 1 },
      { expectPassed: '@instance', elements: ['undo', 'again', 'end'] },
    ],
  },
  {
    number: 106,
    title: 'Compensation of one activity undoes it as often as it ran, a loop once',
    covers: ['compensation end event', 'compensation boundary event', 'parallel multi-instance'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's106' },
            startEvent(),
            element('manualTask', 'twice'),
            jobTask('s106a', ''),
            undoneBy('s106a', 's106undoA'),
            jobTask('s106loop', multiInstance('= [1, 2]')),
            undoneBy('s106loop', 's106undoLoop'),
            jobTask('s106wait', ''),
            endEvent('undo', compensateEvent('s106a')),
            path('start', 'twice', 's106a'),
            path('start', 's106a'),
            path('start', 's106wait', 's106loop', 'undo'),
          ),
          bpmn(
            { id: 's106all' },
            startEvent(),
            jobTask('s106each', multiInstance('= [1, 2]')),
            undoneBy('s106each', 's106undoEach'),
            endEvent('undo', compensateEvent('s106each')),
            path('start', 's106each', 'undo'),
          ),
        ],
      },
      { create: 's106', as: 'instance' },
      { complete: 's106a' },
      { complete: 's106a' },
      { complete: 's106wait' },
      { complete: 's106loop' },
      { complete: 's106loop' },
      { expectJobs: 's106undoA', count: 2 },
      { expectJobs: 's106undoLoop', count: 0 },
      { create: 's106all', as: 'all' },
      { complete: 's106each' },
      { complete: 's106each' },
      { expectJobs: 's106undoEach', count: 1 },
      { complete: 's106undoEach' },
      { expectCompleted: '@all' },
    ],
  },
  {
    number: 107,
    title: 'What ran inside a sub-process that is still active is not undone from outside',
    covers: ['compensation throw event', 'embedded sub-process'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's107' },
            startEvent(),
            subProcess(
              'sub',
              startEvent('s'),
              jobTask('s107inner', ''),
              undoneBy('s107inner', 's107undo'),
              jobTask('s107stays', ''),
              path('s', 's107inner', 's107stays'),
            ),
            jobTask('s107trigger', ''),
            throwEvent('undo', compensateEvent()),
            endEvent(),
            path('start', 'sub'),
            path('start', 's107trigger', 'undo', 'end'),
          ),
        ],
      },
      { create: 's107', as: 'instance' },
      { complete: 's107inner' },
      { complete: 's107trigger' },
      { expectPassed: '@instance', elements: ['undo', 'end'] },
      { expectJobs: 's107undo', count: 0 },
      { expectWaiting: '@instance', at: ['s107stays'] },
    ],
  },
  {
    number: 108,
    title: 'An escalation that interrupts ends its thrower, one that does not lets both go on, uncaught it passes',
    covers: ['escalation throw event', 'escalation boundary event', 'escalation event sub-process'],
    steps: [
      {
        deploy: [
          bpmn(
            {
              id: 's108',
              definitions: escalation('stop', 'STOP') + escalation('note', 'NOTE') + escalation('lost', 'LOST'),
            },
            startEvent(),
            subProcess(
              'sub',
              startEvent('s'),
              throwEvent('thrown', escalationEvent('note')),
              throwEvent('unheard', escalationEvent('lost')),
              jobTask('s108go', ''),
              throwEvent('stopping', escalationEvent('stop')),
              jobTask('s108never', ''),
              path('s', 'thrown', 'unheard', 's108go', 'stopping', 's108never'),
              eventSubProcess(
                'notes',
                eventSubProcessStart('noted', escalationEvent('note'), { interrupting: false }),
                jobTask('s108note', ''),
                path('noted', 's108note'),
              ),
            ),
            boundaryEvent('stopped', 'sub', escalationEvent('stop')),
            endEvent(),
            path('start', 'sub'),
            path('stopped', 'end'),
          ),
        ],
      },
      { create: 's108', as: 'instance' },
      { expectWaiting: '@instance', at: ['s108go', 's108note'] },
      { expectRecords: ['ESCALATION ESCALATED thrown', 'ESCALATION NOT_ESCALATED unheard'] },
      { complete: 's108go' },
      { expectCompleted: '@instance' },
      { expectPassed: '@instance', elements: ['stopped', 'end'] },
      { expectNotEntered: '@instance', elements: ['s108never'] },
      { expectCount: 'ELEMENT_COMPLETED stopping', is: 0 },
    ],
  },
  {
    number: 109,
    title: 'An error end event nobody catches cannot be resolved, but its instance can be modified',
    covers: ['error end event', 'incidents', 'modification'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's109', definitions: error('e', 'BROKEN') },
            startEvent(),
            endEvent('fail', errorEvent('e')),
            serviceTask('mend', { type: 's109-mend' }),
            path('start', 'fail'),
          ),
        ],
      },
      { create: 's109', as: 'instance' },
      { expectIncident: 'UNHANDLED_ERROR_EVENT', at: 'fail', message: 'BROKEN' },
      { resolve: { element: 'fail' } },
      { expectIncident: 'UNHANDLED_ERROR_EVENT', at: 'fail' },
      { modify: '@instance', start: [{ element: 'mend' }], end: [{ element: 'fail' }] },
      { expectNoIncident: '@instance' },
      { expectWaiting: '@instance', at: ['mend'] },
      { complete: 's109-mend' },
      { expectCompleted: '@instance' },
    ],
  },
];
