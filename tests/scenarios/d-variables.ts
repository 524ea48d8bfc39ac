/** Variables and mappings. */
import {
  boundaryEvent,
  bpmn,
  endEvent,
  error,
  errorEvent,
  exclusiveGateway,
  input,
  io,
  oneTask,
  output,
  path,
  scriptTask,
  serviceTask,
  startEvent,
  subProcess,
} from './models.ts';
import type { Scenario } from './scenario.ts';

const taskWith = (id: string, mappings: string): string =>
  bpmn(
    { id },
    startEvent(),
    serviceTask('task', { type: `${id}-task`, io: mappings }),
    endEvent(),
    path('start', 'task', 'end'),
  );

export const variableScenarios: readonly Scenario[] = [
  {
    number: 43,
    title: 'A nested input target makes a context of its own and leaves the one of the parent alone',
    covers: ['input and output mappings'],
    steps: [
      { deploy: [taskWith('s043', io(input('= x', 'a.b')))] },
      { create: 's043', variables: { x: 1, a: { c: 2 } }, as: 'instance' },
      { expectVariables: { element: 'task' }, are: { a: { b: 1 } } },
      { expectVariables: '@instance', are: { a: { c: 2 } } },
    ],
  },
  {
    number: 44,
    title: 'With an output mapping only what is mapped leaves the task',
    covers: ['input and output mappings'],
    steps: [
      { deploy: [taskWith('s044', io(output('= total', 'sum')))] },
      { create: 's044', as: 'instance' },
      { complete: 's044-task', variables: { total: 3, secret: true } },
      { expectCompleted: '@instance' },
      { expectVariables: '@instance', are: { sum: 3 }, absent: ['total', 'secret'] },
    ],
  },
  {
    number: 45,
    title: 'Without output mapping variables go to the nearest scope that has them, else to the root',
    covers: ['variables', 'embedded sub-process'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's045' },
            startEvent(),
            subProcess('sub', startEvent('s'), serviceTask('task', { type: 's045-task' }), path('s', 'task')),
            serviceTask('after', { type: 's045-after' }),
            path('start', 'sub', 'after'),
          ),
        ],
      },
      { create: 's045', variables: { x: 0 }, as: 'instance' },
      { setVariables: { element: 'sub' }, variables: { local: 1 }, local: true },
      { complete: 's045-task', variables: { x: 1, local: 2, fresh: 3 } },
      { expectVariables: '@instance', are: { x: 1, fresh: 3 }, absent: ['local'] },
      { expectVariables: { element: 'sub' }, are: { local: 2 }, absent: ['fresh', 'x'] },
    ],
  },
  {
    number: 46,
    title: 'Setting a variable to what it is writes nothing',
    covers: ['variables'],
    steps: [
      { deploy: [oneTask('s046')] },
      { create: 's046', variables: { x: { a: 1 } }, as: 'instance' },
      { setVariables: '@instance', variables: { x: { a: 1 } } },
      { expectCount: 'VARIABLE UPDATED x', is: 0 },
      { expectCount: 'VARIABLE_DOCUMENT UPDATED', is: 1 },
    ],
  },
  {
    number: 47,
    title: 'A changed variable keeps its key',
    covers: ['variables'],
    steps: [
      { deploy: [oneTask('s047')] },
      { create: 's047', variables: { x: 1 }, as: 'instance' },
      { setVariables: '@instance', variables: { x: 2 } },
      { expectCount: 'VARIABLE CREATED x', is: 1 },
      { expectRecords: ['VARIABLE CREATED x', 'VARIABLE UPDATED x'] },
      { expectSameKey: ['VARIABLE CREATED x', 'VARIABLE UPDATED x'] },
    ],
  },
  {
    number: 48,
    title: 'An output mapping with a nested target is merged into the object there is',
    covers: ['input and output mappings'],
    steps: [
      { deploy: [taskWith('s048', io(output('= total', 'order.total')))] },
      { create: 's048', variables: { order: { id: 'o1', total: 0 } }, as: 'instance' },
      { complete: 's048-task', variables: { total: 3 } },
      { expectVariables: '@instance', are: { order: { id: 'o1', total: 3 } }, absent: ['total'] },
    ],
  },
  {
    number: 49,
    title: 'Variables are set in a scope itself or where they are; an unknown scope is refused',
    covers: ['variables'],
    steps: [
      { deploy: [oneTask('s049')] },
      { create: 's049', variables: { x: 0 }, as: 'instance' },
      { setVariables: { element: 'task' }, variables: { x: 1, y: 1 }, local: true },
      { expectVariables: { element: 'task' }, are: { x: 1, y: 1 } },
      { expectVariables: '@instance', are: { x: 0 }, absent: ['y'] },
      { setVariables: { element: 'task' }, variables: { x: 2, z: 2 } },
      { expectVariables: { element: 'task' }, are: { x: 2 }, absent: ['z'] },
      { expectVariables: '@instance', are: { x: 0, z: 2 } },
      { complete: 's049-task' },
      { setVariables: '@instance', variables: { x: 3 }, rejected: 'NOT_FOUND' },
    ],
  },
  {
    number: 50,
    title: 'A mapping whose assertion fails stops the task until its variable is right',
    covers: ['input and output mappings', 'incidents'],
    steps: [
      { deploy: [taskWith('s050', io(input('= assert(amount, amount > 0)', 'checked')))] },
      { create: 's050', variables: { amount: 0 }, as: 'instance' },
      { expectIncident: 'IO_MAPPING_ERROR', at: 'task', message: 'amount' },
      { setVariables: '@instance', variables: { amount: 5 } },
      { resolve: { element: 'task' } },
      { expectNoIncident: '@instance' },
      { expectVariables: { element: 'task' }, are: { checked: 5 } },
      { complete: 's050-task' },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 51,
    title: 'Variables of a thrown error stay with the event that catches it unless they are mapped out',
    covers: ['error boundary event', 'input and output mappings', 'variables'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's051', definitions: error('plain', 'PLAIN') + error('mapped', 'MAPPED') },
            startEvent(),
            serviceTask('task', { type: 's051-task' }),
            boundaryEvent('onPlain', 'task', errorEvent('plain')),
            boundaryEvent('onMapped', 'task', errorEvent('mapped'), { io: io(output('= reason', 'why')) }),
            exclusiveGateway('merge'),
            serviceTask('after', { type: 's051-after' }),
            path('start', 'task'),
            path('onPlain', 'merge', 'after'),
            path('onMapped', 'merge'),
          ),
        ],
      },
      { create: 's051', as: 'plain' },
      { throwError: 's051-task', code: 'PLAIN', variables: { reason: 'late' } },
      { expectWaiting: '@plain', at: ['after'] },
      { expectVariables: '@plain', are: {}, absent: ['reason'] },
      { create: 's051', as: 'mapped' },
      { throwError: 's051-task', code: 'MAPPED', variables: { reason: 'late' } },
      { expectWaiting: '@mapped', at: ['after'] },
      { expectVariables: '@mapped', are: { why: 'late' }, absent: ['reason'] },
    ],
  },
  {
    number: 52,
    title: 'A whole number beyond 2^53 keeps its digits, a decimal is what its text says',
    covers: ['variables', 'script task (FEEL)', 'expressions'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's052' },
            startEvent(),
            scriptTask('big', '= 9007199254740993', 'large'),
            scriptTask('more', '= large + 2', 'larger'),
            scriptTask('sum', '= 0.1 + 0.2', 'third'),
            endEvent(),
            path('start', 'big', 'more', 'sum', 'end'),
          ),
        ],
      },
      { create: 's052', as: 'instance' },
      { expectCompleted: '@instance' },
      {
        expectVariableTexts: '@instance',
        are: { large: '9007199254740993', larger: '9007199254740995', third: '0.3' },
      },
    ],
  },
];
