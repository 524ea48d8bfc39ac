/** Decisions, asked for by clients and by business rule tasks. */
import { dmn, table as engineTable, literal } from '../../packages/engine/test/dmn.ts';
import { bpmn, endEvent, path, ruleTask, startEvent } from './models.ts';
import type { Scenario } from './scenario.ts';

/** start → decide → end; the result is the variable `result`. */
const asking = (id: string, decisionId: string, binding = ''): string =>
  bpmn({ id }, startEvent(), ruleTask('decide', decisionId, { binding }), endEvent(), path('start', 'decide', 'end'));

/** Several tables in one document: their columns and rules need ids of their own. */
const table: typeof engineTable = (id, content) =>
  engineTable(id, content).replaceAll(/ id="(in|out|rule)/g, ` id="${id}_$1`);

/** Rules for x: 1 matches the first, 2 the first two, 3 all, 0 none. */
function points(id: string, hitPolicy: string, aggregation?: string): string {
  return table(id, {
    hitPolicy,
    ...(aggregation !== undefined && { aggregation }),
    inputs: ['x'],
    outputs: ['points'],
    rules: [
      ['>= 1', '10'],
      ['>= 2', '30'],
      ['>= 3', '20'],
    ],
  });
}

export const decisionScenarios: readonly Scenario[] = [
  {
    number: 15,
    title: 'A decision id used twice and decisions that require each other are refused when they are deployed',
    covers: ['decisions (DMN)', 'validation at deployment'],
    steps: [
      { deploy: [dmn('s015', literal('s015a', '1'), literal('s015a', '2'))], rejected: 'INVALID_ARGUMENT: s015a' },
      {
        deploy: [
          dmn(
            's015',
            literal('s015a', 's015b', { requires: ['s015b'] }),
            literal('s015b', '1', { requires: ['s015a'] }),
          ),
        ],
        rejected: 'INVALID_ARGUMENT: Cyclic dependencies between decisions',
      },
      { deploy: [dmn('s015', literal('s015a', '1 +'), literal('s015b', '2 +'))], rejected: 'INVALID_ARGUMENT: s015b' },
      { evaluateDecision: 's015a', rejected: 'NOT_FOUND' },
    ],
  },
  {
    number: 136,
    title: 'Two matches of a UNIQUE table fail its task, no match gives null or the default output',
    covers: ['decisions (DMN)', 'business rule task (DMN)', 'incidents'],
    steps: [
      {
        deploy: [
          dmn('s136', points('s136points', 'UNIQUE')),
          dmn(
            's136d',
            points('s136default', 'UNIQUE').replace(
              'name="points"/>',
              'name="points"><defaultOutputEntry><text>-1</text></defaultOutputEntry></output>',
            ),
          ),
          asking('s136p', 's136points'),
        ],
      },
      { evaluateDecision: 's136points', variables: { x: 1 }, gives: 10, evaluates: [{ matchedRules: [1] }] },
      { evaluateDecision: 's136points', variables: { x: 0 }, gives: null, evaluates: [{ matchedRules: [] }] },
      { evaluateDecision: 's136default', variables: { x: 0 }, gives: -1 },
      { evaluateDecision: 's136points', variables: { x: 2 }, gives: null, failsAt: 's136points: multiple values' },
      { create: 's136p', variables: { x: 2 }, as: 'instance' },
      { expectIncident: 'DECISION_EVALUATION_ERROR', at: 'decide', message: "evaluate decision 's136points'" },
      { expectRecords: ['DECISION_EVALUATION FAILED decide', 'INCIDENT CREATED decide'] },
      { setVariables: '@instance', variables: { x: 1 } },
      { resolve: { element: 'decide' } },
      { expectCompleted: '@instance' },
      { expectVariables: '@instance', are: { x: 1, result: 10 } },
    ],
  },
  {
    number: 137,
    title: 'COLLECT adds up, compares or counts; RULE ORDER lists; several outputs are contexts; no match is null',
    covers: ['decisions (DMN)'],
    steps: [
      {
        deploy: [
          dmn(
            's137',
            points('s137all', 'COLLECT'),
            points('s137sum', 'COLLECT', 'SUM'),
            points('s137min', 'COLLECT', 'MIN'),
            points('s137max', 'COLLECT', 'MAX'),
            points('s137count', 'COLLECT', 'COUNT'),
            points('s137order', 'RULE ORDER'),
            points('s137first', 'FIRST'),
            points('s137any', 'ANY'),
            table('s137wide', {
              hitPolicy: 'RULE ORDER',
              inputs: ['x'],
              outputs: ['a', 'b'],
              rules: [
                ['>= 1', '1', '"one"'],
                ['>= 2', '2', '"two"'],
              ],
            }),
          ),
        ],
      },
      {
        evaluateDecision: 's137all',
        variables: { x: 3 },
        gives: [10, 30, 20],
        evaluates: [{ matchedRules: [1, 2, 3] }],
      },
      { evaluateDecision: 's137sum', variables: { x: 3 }, gives: 60 },
      { evaluateDecision: 's137min', variables: { x: 3 }, gives: 10 },
      { evaluateDecision: 's137max', variables: { x: 3 }, gives: 30 },
      { evaluateDecision: 's137count', variables: { x: 3 }, gives: 3 },
      { evaluateDecision: 's137order', variables: { x: 2 }, gives: [10, 30] },
      { evaluateDecision: 's137first', variables: { x: 3 }, gives: 10, evaluates: [{ matchedRules: [1] }] },
      { evaluateDecision: 's137any', variables: { x: 3 }, failsAt: 's137any: ANY' },
      {
        evaluateDecision: 's137wide',
        variables: { x: 2 },
        gives: [
          { a: 1, b: 'one' },
          { a: 2, b: 'two' },
        ],
      },
      { evaluateDecision: 's137all', variables: { x: 0 }, gives: null },
      { evaluateDecision: 's137sum', variables: { x: 0 }, gives: null },
      { evaluateDecision: 's137count', variables: { x: 0 }, gives: null },
      { evaluateDecision: 's137order', variables: { x: 0 }, gives: null },
    ],
  },
  {
    number: 138,
    title: 'Required decisions are evaluated first and told in order; the one that fails is named',
    covers: ['decisions (DMN)'],
    steps: [
      {
        deploy: [
          dmn(
            's138',
            literal('s138top', 's138left + s138right', { requires: ['s138left', 's138right'] }),
            points('s138left', 'UNIQUE'),
            literal('s138right', 'assert(y, y > 0) * 2'),
          ),
        ],
      },
      {
        evaluateDecision: 's138top',
        variables: { x: 1, y: 4 },
        gives: 18,
        evaluates: [
          { decisionId: 's138left', output: 10, matchedRules: [1] },
          { decisionId: 's138right', output: 8 },
          { decisionId: 's138top', output: 18 },
        ],
      },
      {
        evaluateDecision: 's138top',
        variables: { x: 1, y: -4 },
        failsAt: "s138right: Expected to evaluate decision 's138top'",
        evaluates: [
          { decisionId: 's138left', output: 10 },
          { decisionId: 's138right', output: null },
        ],
      },
      {
        evaluateDecision: 's138top',
        variables: { x: 3, y: 4 },
        failsAt: 's138left',
        evaluates: [{ decisionId: 's138left', output: null, matchedRules: [1, 2, 3] }],
      },
    ],
  },
  {
    number: 175,
    title: 'A decision has versions: its id means the latest, a key one, and a task what it is bound to',
    covers: ['decisions (DMN)', 'business rule task (DMN)', 'version tags and bindings', 'incidents'],
    steps: [
      { create: 's175latest', rejected: 'NOT_FOUND' },
      {
        deploy: [
          dmn('s175', literal('s175d', '"first"', { versionTag: 'v1' })),
          asking('s175latest', 's175d'),
          asking('s175deployment', 's175d', 'bindingType="deployment"'),
          asking('s175tag', 's175d', 'bindingType="versionTag" versionTag="v1"'),
          asking('s175computed', '= name'),
        ],
      },
      { deploy: [dmn('s175', literal('s175d', '"second"'))] },
      { expectRecords: ['DECISION_REQUIREMENTS CREATED s175', 'DECISION CREATED s175d', 'DECISION CREATED s175d'] },
      { evaluateDecision: 's175d', gives: 'second' },
      { evaluateDecision: 's175d', version: 1, gives: 'first' },
      { create: 's175latest', as: 'latest' },
      { expectVariables: '@latest', are: { result: 'second' } },
      { create: 's175deployment', as: 'deployment' },
      { expectVariables: '@deployment', are: { result: 'first' } },
      { create: 's175tag', as: 'tag' },
      { expectVariables: '@tag', are: { result: 'first' } },
      { create: 's175computed', variables: { name: 's175later' }, as: 'computed' },
      { expectIncident: 'CALLED_DECISION_ERROR', at: 'decide', message: "no decision found for id 's175later'" },
      { deploy: [dmn('s175l', literal('s175later', 'name + "!"'))] },
      { resolve: { element: 'decide' } },
      { expectVariables: '@computed', are: { result: 's175later!' } },
    ],
  },
];
