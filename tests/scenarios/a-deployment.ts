/** Deployment and versions. */
import { bpmn, callActivity, element, endEvent, exclusiveGateway, flow, oneTask, path, startEvent } from './models.ts';
import type { Scenario } from './scenario.ts';

const straight = (id: string): string => bpmn({ id }, startEvent(), endEvent(), path('start', 'end'));

export const deploymentScenarios: readonly Scenario[] = [
  {
    number: 1,
    title: 'A valid model is deployed as version 1 of its process',
    covers: ['deployment'],
    steps: [
      { deploy: [oneTask('s001')] },
      { expectRecords: ['PROCESS CREATED s001', 'DEPLOYMENT CREATED'] },
      { create: 's001', version: 1, as: 'instance' },
      { expectWaiting: '@instance', at: ['task'] },
    ],
  },
  {
    number: 2,
    title: 'The same file deployed again keeps its version',
    covers: ['deployment'],
    steps: [
      { deploy: [straight('s002')] },
      { deploy: [straight('s002')] },
      { expectCount: 'PROCESS CREATED s002', is: 1 },
      { expectCount: 'DEPLOYMENT CREATED', is: 2 },
      { create: 's002', version: 2, rejected: 'NOT_FOUND' },
    ],
  },
  {
    number: 3,
    title: 'Changed content or a changed name of the resource gives a new version',
    covers: ['deployment'],
    steps: [
      { deploy: [{ name: 'a.bpmn', content: straight('s003') }] },
      { deploy: [{ name: 'a.bpmn', content: oneTask('s003') }] },
      { deploy: [{ name: 'b.bpmn', content: oneTask('s003') }] },
      { expectCount: 'PROCESS CREATED s003', is: 3 },
      { create: 's003', version: 3, as: 'instance' },
      { expectWaiting: '@instance', at: ['task'] },
    ],
  },
  {
    number: 4,
    title: 'Content of an older version deployed again is a new version, not a way back',
    covers: ['deployment'],
    steps: [
      { deploy: [straight('s004')] },
      { deploy: [oneTask('s004')] },
      { deploy: [straight('s004')] },
      { create: 's004', version: 3, as: 'instance' },
      { expectCompleted: '@instance' },
    ],
  },
  {
    number: 5,
    title: 'One invalid file of two refuses the whole deployment',
    covers: ['deployment', 'validation at deployment'],
    steps: [
      {
        deploy: [oneTask('s005'), bpmn({ id: 's005b' }, startEvent(), flow('start', 'nowhere'))],
        rejected: 'INVALID_ARGUMENT: nowhere',
      },
      { expectCount: 'PROCESS CREATED s005', is: 0 },
      { create: 's005', rejected: 'NOT_FOUND' },
    ],
  },
  {
    number: 6,
    title: 'A file without an executable process is refused',
    covers: ['validation at deployment'],
    steps: [
      {
        deploy: [straight('s006').replace('isExecutable="true"', 'isExecutable="false"')],
        rejected: 'INVALID_ARGUMENT',
      },
    ],
  },
  {
    number: 7,
    title: 'Elements that cannot be executed are refused by name',
    covers: ['validation at deployment'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's007' },
            startEvent(),
            element('complexGateway', 'complex'),
            element('transaction', 'booking', { body: startEvent('inner') }),
            path('start', 'complex', 'booking'),
          ),
        ],
        rejected: 'INVALID_ARGUMENT: complex',
      },
    ],
  },
  {
    number: 8,
    title: 'A condition that is no FEEL expression is refused',
    covers: ['validation at deployment', 'expressions'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's008' },
            startEvent(),
            exclusiveGateway('split', 'split_b'),
            endEvent('a'),
            endEvent('b'),
            flow('start', 'split'),
            flow('split', 'a', '= x >'),
            flow('split', 'b'),
          ),
        ],
        rejected: 'INVALID_ARGUMENT: split',
      },
    ],
  },
  {
    number: 9,
    title: 'A loop of elements that never wait is refused',
    covers: ['validation at deployment'],
    steps: [
      {
        deploy: [
          bpmn(
            { id: 's009' },
            startEvent(),
            exclusiveGateway('again', 'again_end'),
            element('manualTask', 'manual'),
            endEvent(),
            path('start', 'manual', 'again'),
            flow('again', 'manual', '= retry'),
            flow('again', 'end'),
          ),
        ],
        rejected: 'INVALID_ARGUMENT: manual',
      },
    ],
  },
  {
    number: 10,
    title: 'Two processes with one id in a deployment are refused',
    covers: ['validation at deployment'],
    steps: [
      {
        deploy: [
          { name: 'a.bpmn', content: straight('s010') },
          { name: 'b.bpmn', content: oneTask('s010') },
        ],
        rejected: 'INVALID_ARGUMENT: s010',
      },
    ],
  },
  {
    number: 11,
    title: 'A deployment reaches all partitions with the same keys',
    covers: ['deployment', 'several partitions'],
    partitions: 3,
    steps: [
      { deploy: [oneTask('s011')] },
      { expectCount: 'PROCESS CREATED s011', is: 3 },
      { expectRecords: ['COMMAND_DISTRIBUTION STARTED', 'COMMAND_DISTRIBUTION DISTRIBUTING'] },
      { expectCount: 'COMMAND_DISTRIBUTION FINISHED', is: 1 },
      { create: 's011', as: 'one' },
      { create: 's011', as: 'two' },
      { create: 's011', as: 'three' },
      { expectInstances: 's011', count: 3, living: 3 },
    ],
  },
  {
    number: 12,
    title: 'A partition that was down during a deployment gets it when it is back',
    covers: ['deployment', 'several partitions'],
    partitions: 2,
    inProcessOnly: 'takes a partition down',
    steps: [
      { engine: { partitionDown: 2 } },
      { deploy: [oneTask('s012')] },
      { expectCount: 'PROCESS CREATED s012', is: 1 },
      { advance: 'PT20S' },
      { engine: { partitionUp: 2 } },
      { advance: 'PT40S' },
      { expectCount: 'PROCESS CREATED s012', is: 2 },
      { expectCount: 'COMMAND_DISTRIBUTION FINISHED', is: 1 },
      { deploy: [oneTask('s012')] },
      { expectCount: 'PROCESS CREATED s012', is: 2 },
    ],
  },
  {
    number: 13,
    title: 'A version tag given twice names the version deployed last',
    covers: ['version tags and bindings', 'call activity'],
    steps: [
      { deploy: [oneTask('s013child', { versionTag: 'stable' })] },
      {
        deploy: [
          bpmn(
            { id: 's013child', versionTag: 'stable' },
            startEvent(),
            element('serviceTask', 'newer', { extensions: '<zeebe:taskDefinition type="s013-newer"/>' }),
            path('start', 'newer'),
          ),
        ],
      },
      { deploy: [straight('s013child')] },
      {
        deploy: [
          bpmn(
            { id: 's013' },
            startEvent(),
            callActivity('call', 's013child', { attributes: 'bindingType="versionTag" versionTag="stable"' }),
            path('start', 'call'),
          ),
        ],
      },
      { create: 's013', as: 'instance' },
      { expectJobs: 's013-newer', count: 1 },
    ],
  },
  {
    number: 14,
    title: 'A form without an id is refused, an unchanged form keeps its version',
    covers: ['forms', 'deployment'],
    steps: [
      { deploy: [{ name: 's014.form', content: '{"components": []}' }], rejected: 'INVALID_ARGUMENT: id' },
      { deploy: [{ name: 's014.form', content: '{"id": "s014", "components": []}' }] },
      { deploy: [{ name: 's014.form', content: '{"id": "s014", "components": []}' }] },
      { expectCount: 'FORM CREATED s014', is: 1 },
    ],
  },
];
