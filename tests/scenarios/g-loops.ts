/** Multi-instance and ad-hoc sub-processes. */
import { bpmn, element, endEvent, jobTask, multiInstance, path, startEvent } from './models.ts';
import type { Scenario } from './scenario.ts';

const looped = (id: string, loop: string, mappings = ''): string =>
  bpmn({ id }, startEvent(), jobTask(`${id}-task`, loop, mappings), endEvent(), path('start', `${id}-task`, 'end'));

/** An ad-hoc sub-process of the tasks A, B and C. */
function adHoc(
  id: string,
  options: {
    readonly adHoc?: string;
    readonly attributes?: string;
    readonly body?: string;
    readonly extensions?: string;
  },
): string {
  return bpmn(
    { id },
    startEvent(),
    element('adHocSubProcess', 'choices', {
      attributes: options.attributes ?? '',
      extensions: `<zeebe:adHoc ${options.adHoc ?? ''}/>${options.extensions ?? ''}`,
      body: [
        ...['A', 'B', 'C'].map((task) =>
          element('serviceTask', task, { extensions: `<zeebe:taskDefinition type="${id}-${task}"/>` }),
        ),
        options.body ?? '',
      ].join(''),
    }),
    endEvent(),
    path('start', 'choices', 'end'),
  );
}

const condition = (text: string): string =>
  `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${text}</bpmn:completionCondition>`;

export const loopScenarios: readonly Scenario[] = [
  {
    number: 96,
    title: 'A parallel loop over three items collects in the order of the items, whatever completes first',
    covers: ['parallel multi-instance'],
    steps: [
      {
        deploy: [looped('s096', multiInstance('= items', { outputCollection: 'results', outputElement: '= result' }))],
      },
      { create: 's096', variables: { items: [10, 20, 30] }, as: 'instance' },
      {
        activate: 's096-task',
        jobs: [
          { variables: { item: 10, loopCounter: 1 } },
          { variables: { item: 20, loopCounter: 2 } },
          { variables: { item: 30, loopCounter: 3 } },
        ],
      },
      { complete: { type: 's096-task', index: 2 }, variables: { result: 'c' } },
      { complete: { type: 's096-task', index: 0 }, variables: { result: 'a' } },
      { complete: { type: 's096-task', index: 0 }, variables: { result: 'b' } },
      { expectCompleted: '@instance' },
      { expectVariables: '@instance', are: { results: ['a', 'b', 'c'] }, absent: ['item', 'loopCounter', 'result'] },
      { expectCount: 'ELEMENT_COMPLETED s096-task', is: 4 },
    ],
  },
  {
    number: 97,
    title: 'A loop whose condition holds after two of five starts no third, or ends the rest',
    covers: ['sequential multi-instance', 'parallel multi-instance'],
    steps: [
      {
        deploy: [
          looped(
            's097',
            multiInstance('= [1, 2, 3, 4, 5]', {
              sequential: true,
              completionCondition: '= numberOfCompletedInstances = 2',
            }),
          ),
          looped(
            's097p',
            multiInstance('= [1, 2, 3, 4, 5]', { completionCondition: '= numberOfCompletedInstances = 2' }),
          ),
        ],
      },
      { create: 's097', as: 'sequential' },
      { expectJobs: 's097-task', count: 1 },
      { complete: 's097-task' },
      { complete: 's097-task' },
      { expectCompleted: '@sequential' },
      { expectCount: 'JOB CREATED s097-task', is: 2 },
      { create: 's097p', as: 'parallel' },
      { expectJobs: 's097p-task', count: 5 },
      { complete: 's097p-task' },
      { complete: 's097p-task' },
      { expectCompleted: '@parallel' },
      { expectCount: 'JOB CANCELED s097p-task', is: 3 },
    ],
  },
  {
    number: 98,
    title: 'A loop over nothing is passed with an empty result, over no list it stops',
    covers: ['parallel multi-instance', 'incidents'],
    steps: [
      {
        deploy: [looped('s098', multiInstance('= items', { outputCollection: 'results', outputElement: '= result' }))],
      },
      { create: 's098', variables: { items: [] }, as: 'empty' },
      { expectCompleted: '@empty' },
      { expectVariables: '@empty', are: { results: [] } },
      { create: 's098', variables: { items: 7 }, as: 'number' },
      { expectIncident: 'EXTRACT_VALUE_ERROR', at: 's098-task', message: "'ARRAY', but was 'NUMBER'" },
      { setVariables: '@number', variables: { items: [1] } },
      { resolve: { element: 's098-task' } },
      { complete: 's098-task', variables: { result: true } },
      { expectVariables: '@number', are: { results: [true] } },
    ],
  },
  {
    number: 99,
    title: 'A loop over 10,000 items starts in pieces and is canceled in pieces',
    covers: ['parallel multi-instance', 'limits and failures', 'cancelation'],
    steps: [
      { deploy: [looped('s099', multiInstance('= for i in 1..10000 return i'))] },
      { create: 's099', as: 'instance' },
      { expectJobs: 's099-task', count: 10_000 },
      { expectNoIncident: '@instance' },
      { cancel: '@instance' },
      { expectTerminated: '@instance' },
      { expectJobs: 's099-task', count: 0 },
    ],
  },
  {
    number: 100,
    title: 'A list changed while a loop runs does not change the loop',
    covers: ['sequential multi-instance'],
    steps: [
      { deploy: [looped('s100', multiInstance('= items', { sequential: true }))] },
      { create: 's100', variables: { items: ['a', 'b'] }, as: 'instance' },
      { setVariables: '@instance', variables: { items: ['x'] } },
      { complete: 's100-task' },
      { activate: 's100-task', jobs: [{ variables: { item: 'b', loopCounter: 2 } }] },
      { complete: 's100-task' },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 101,
    title: 'An ad-hoc sub-process runs what its list names until all are done or its condition holds',
    covers: ['ad-hoc sub-process'],
    steps: [
      {
        deploy: [
          adHoc('s101', { adHoc: 'activeElementsCollection="= wanted"' }),
          adHoc('s101c', {
            adHoc: 'activeElementsCollection="= wanted"',
            attributes: 'cancelRemainingInstances="true"',
            body: condition('= done'),
          }),
        ],
      },
      { create: 's101', variables: { wanted: ['A', 'C'] }, as: 'all' },
      { expectWaiting: '@all', at: ['A', 'C'] },
      { complete: 's101-A' },
      { expectWaiting: '@all', at: ['C'] },
      { complete: 's101-C' },
      { expectCompleted: '@all' },
      { create: 's101c', variables: { wanted: ['A', 'B', 'C'], done: false }, as: 'some' },
      { complete: 's101c-B' },
      { expectWaiting: '@some', at: ['A', 'C'] },
      { setVariables: '@some', variables: { done: true } },
      { complete: 's101c-A' },
      { expectCompleted: '@some' },
      { expectCount: 'JOB CANCELED s101c-C', is: 1 },
    ],
  },
  {
    number: 102,
    title: 'An ad-hoc list that names nothing there stops; elements are started by command, all or none',
    covers: ['ad-hoc sub-process', 'incidents'],
    steps: [
      { deploy: [adHoc('s102', { adHoc: 'activeElementsCollection="= wanted"' })] },
      { create: 's102', variables: { wanted: ['A', 'nothing'] }, as: 'wrong' },
      { expectIncident: 'EXTRACT_VALUE_ERROR', at: 'choices', message: 'nothing' },
      { create: 's102', variables: { wanted: ['A'] }, as: 'instance' },
      {
        activateAdHoc: { element: 'choices', of: '@instance' },
        elements: [{ element: 'B' }, { element: 'nothing' }],
        rejected: 'NOT_FOUND',
      },
      { expectWaiting: '@instance', at: ['A'] },
      {
        activateAdHoc: { element: 'choices', of: '@instance' },
        elements: [{ element: 'B', variables: { x: 1 } }, { element: 'C' }],
      },
      { expectWaiting: '@instance', at: ['A', 'B', 'C'] },
      { activate: 's102-B', jobs: [{ variables: { x: 1 } }] },
    ],
  },
  {
    number: 103,
    title: 'A worker steers an ad-hoc sub-process: after each element it is asked again until it says it is done',
    covers: ['ad-hoc sub-process', 'jobs'],
    steps: [
      { deploy: [adHoc('s103', { extensions: '<zeebe:taskDefinition type="s103-agent"/>' })] },
      { create: 's103', as: 'instance' },
      { expectJobs: 's103-agent', count: 1 },
      { complete: 's103-agent', result: { activateElements: [{ element: 'B' }, { element: 'B' }] } },
      { expectJobs: 's103-B', count: 2 },
      { expectJobs: 's103-agent', count: 0 },
      { complete: 's103-B' },
      { expectJobs: 's103-agent', count: 1 },
      { complete: 's103-B' },
      { expectJobs: 's103-agent', count: 1 },
      { expectCount: 'JOB CANCELED s103-agent', is: 1 },
      { complete: 's103-agent', result: { activateElements: [], fulfilled: true } },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 104,
    title: 'An ad-hoc sub-process collects in the order its elements complete',
    covers: ['ad-hoc sub-process'],
    steps: [
      {
        deploy: [
          adHoc('s104', {
            adHoc:
              'activeElementsCollection="= [&quot;A&quot;, &quot;B&quot;]" outputCollection="results" outputElement="= result"',
          }),
        ],
      },
      { create: 's104', as: 'instance' },
      { complete: 's104-B', variables: { result: 'b' } },
      { complete: 's104-A', variables: { result: 'a' } },
      { expectCompleted: '@instance' },
      { expectVariables: '@instance', are: { results: ['b', 'a'] }, absent: ['result'] },
    ],
  },
];
