/** Expressions, as a client has them evaluated. */
import type { Scenario } from './scenario.ts';

export const expressionScenarios: readonly Scenario[] = [
  {
    number: 139,
    title: 'What is missing is null, comparing with null gives null, and a condition that is null is not fulfilled',
    covers: ['expressions'],
    steps: [
      { evaluate: '= x.y', gives: null },
      { evaluate: '= null < 1', gives: null },
      { evaluate: '= 1 = "1"', gives: null },
      { evaluate: '= if null then 1 else 2', gives: 2 },
      { evaluate: '= x.y', variables: { x: { y: 3 } }, gives: 3 },
      { evaluate: '= 1 +', rejected: 'INVALID_ARGUMENT' },
    ],
  },
  {
    number: 140,
    title: 'An assertion that does not hold fails the expression; lists count from one and from their end',
    covers: ['expressions'],
    steps: [
      { evaluate: '= assert(x, x > 0)', variables: { x: 1 }, gives: 1 },
      { evaluate: '= assert(x, x > 0)', variables: { x: 0 }, rejected: 'INVALID_ARGUMENT' },
      { evaluate: '= [1, 2, 3][0]', gives: null },
      { evaluate: '= [1, 2, 3][9]', gives: null },
      { evaluate: '= [1, 2, 3][-1]', gives: 3 },
      { evaluate: '= [1, 2, 3][item > 1]', gives: [2, 3] },
    ],
  },
  {
    number: 141,
    title: 'A date moved by a duration keeps its zone and is stored as ISO text; cluster variables are seen',
    covers: ['expressions', 'cluster variables'],
    steps: [
      {
        evaluate: '= date and time("2026-03-01T10:00:00@Europe/Berlin") + duration("P1DT2H")',
        gives: '2026-03-02T12:00:00+01:00[Europe/Berlin]',
      },
      { evaluate: '= duration("PT90M")', gives: 'PT1H30M' },
      { createClusterVariable: 's141limit', value: { orders: 5 } },
      { createClusterVariable: 's141limit', value: { orders: 6 }, rejected: 'ALREADY_EXISTS' },
      { evaluate: '= camunda.vars.cluster.s141limit.orders + 1', gives: 6 },
    ],
  },
];
