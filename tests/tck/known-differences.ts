import type { Conformance } from '@waggle/feel';

/**
 * Cases of the public kit whose result differs on purpose, each with its reason. A case that passes all the same is
 * reported, so that the list never says more than is so.
 */
export interface KnownDifference {
  /** Why the value differs, for readers of docs/conformance.md. */
  readonly reason: string;
  /** `camunda`: where Camunda's meaning holds; `both`: also where the standard's does. */
  readonly conformance: 'camunda' | 'both';
  /** `suite/case`, or `suite/case/decision` where only some results of a case differ. */
  readonly cases: readonly string[];
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    conformance: 'camunda',
    reason:
      'A single value is no list of one: a filter or an index on it gives null, and so does a function that wants a list. Nor is a list of one its item.',
    cases: [
      '0021-singleton-list/001/decision5',
      '0068-feel-equality/list_006',
      '0068-feel-equality/list_007',
      '0068-feel-equality/list_008',
      '0068-feel-equality/list_009',
      '0068-feel-equality/list_010',
      '0068-feel-equality/list_011',
      '0068-feel-equality/list_012',
      '0068-feel-equality/list_013',
      '0068-feel-equality/list_014',
      '0069-feel-list/012',
      '0069-feel-list/013',
      '0069-feel-list/014',
      '0069-feel-list/015',
      '0069-feel-list/016',
      '0069-feel-list/017',
      '0069-feel-list/018',
      '0069-feel-list/019',
      '0069-feel-list/020',
      '1140-feel-string-join-function/015',
      '1140-feel-string-join-function/016',
      '1145-feel-context-function/005',
      '1145-feel-context-function/009',
      '1145-feel-context-function/010',
      '1145-feel-context-function/014_b',
      '1147-feel-context-merge-function/013',
      '1155-list-replace-function/021',
    ],
  },
  {
    conformance: 'camunda',
    reason: 'Dates with times are equal when their local time and their zone are, not when they are the same instant.',
    cases: [
      '0068-feel-equality/datetime_008',
      '0068-feel-equality/datetime_008_a',
      '0068-feel-equality/datetime_008_b',
      '0068-feel-equality/datetime_009',
      '0068-feel-equality/datetime_012',
      '0068-feel-equality/datetime_013',
    ],
  },
  {
    conformance: 'camunda',
    reason:
      'Types are checked for the simple types that Camunda checks, where results of decisions and parameters are declared with them. Item definitions, collections and types of other expressions change no value.',
    cases: [
      '0082-feel-coercion/decisionService_001',
      '0082-feel-coercion/decision_003',
      '0082-feel-coercion/decision_005',
      '0082-feel-coercion/decision_006_a',
      '0082-feel-coercion/decision_bkm_002',
      '0082-feel-coercion/decision_bkm_003',
      '0082-feel-coercion/decision_bkm_004_a',
      '0082-feel-coercion/decision_bkm_005',
      '0082-feel-coercion/decision_bkm_005_a',
      '0082-feel-coercion/decision_context_03',
      '0082-feel-coercion/invoke_001',
      '0082-feel-coercion/invoke_004',
      '0082-feel-coercion/literal_004',
    ],
  },
  {
    conformance: 'camunda',
    reason: 'A character is a unit of UTF-16, as in Java: those beyond the basic plane count twice.',
    cases: [
      '0083-feel-unicode/decision_001_a',
      '0083-feel-unicode/decision_003',
      '0083-feel-unicode/decision_003_a',
      '0083-feel-unicode/decision_004',
      '0083-feel-unicode/decision_004_a',
      '0083-feel-unicode/substring_004',
    ],
  },
  {
    conformance: 'camunda',
    reason:
      'A model with a function in another language is refused when it is deployed, and with it the cases that expect null of it.',
    cases: [
      '0076-feel-external-java/incorrect_001',
      '0076-feel-external-java/incorrect_002',
      '0076-feel-external-java/incorrect_003',
      '0076-feel-external-java/literal_003',
      '0076-feel-external-java/literal_004',
      '0076-feel-external-java/literal_007_a',
      '0076-feel-external-java/literal_008',
      '0076-feel-external-java/literal_009',
    ],
  },
  {
    conformance: 'camunda',
    reason: 'A model with a decision that has no logic is refused when it is deployed.',
    cases: [
      '0087-chapter-11-example/001',
      '0087-chapter-11-example/002',
      '0087-chapter-11-example/003a',
      '0087-chapter-11-example/003b',
      '0087-chapter-11-example/003c',
      '0087-chapter-11-example/003d',
      '0087-chapter-11-example/003e',
      '0087-chapter-11-example/004',
    ],
  },
  {
    conformance: 'camunda',
    reason: 'The name of a built-in function is no value that could be handed on.',
    cases: ['0092-feel-lambda/014'],
  },
  {
    conformance: 'camunda',
    reason: 'A key that is given twice in a context has its last value; it is no error.',
    cases: ['0057-feel-context/008', '1145-feel-context-function/003'],
  },
  {
    conformance: 'camunda',
    reason: 'A function called with names for its arguments also knows those that the manual of Camunda gives them.',
    cases: ['0050-feel-abs-function/007'],
  },
  {
    conformance: 'camunda',
    reason:
      '`context put` with a list of keys goes as deep as the list says, under either name of its parameter, and replaces what is no context on the way.',
    cases: ['1146-feel-context-put-function/nested008', '1146-feel-context-put-function/nested009'],
  },
  {
    conformance: 'camunda',
    reason: '`matches` takes flags as Java does: unknown ones are ignored, and null is no string.',
    cases: [
      '1111-feel-matches-function/K-MatchesFunc-5',
      '1111-feel-matches-function/K-MatchesFunc-6',
      '1111-feel-matches-function/fn-matchesErr-1',
      '1111-feel-matches-function/fn-null-flags',
    ],
  },
  {
    conformance: 'camunda',
    reason:
      'Rounding to more places than a decimal can have leaves the number as it is, or gives zero; it is no error.',
    cases: [
      '1141-feel-round-up-function/016_b',
      '1141-feel-round-up-function/017_b',
      '1142-feel-round-down-function/016_b',
      '1142-feel-round-down-function/017_b',
      '1143-feel-round-half-up-function/016_b',
      '1143-feel-round-half-up-function/017_b',
      '1144-feel-round-half-down-function/016_b',
      '1144-feel-round-half-down-function/017_b',
    ],
  },
  {
    conformance: 'camunda',
    reason:
      'In a column of booleans an entry that is true matches, whatever the value of the column; the cases want the two compared.',
    cases: [
      '0036-dt-variable-input/_20445ee0-744d-4488-a90e-136701510871/Compare Boolean',
      '0036-dt-variable-input/_58109f16-2e9b-496e-bfff-5f0adbfa0279/Compare Boolean',
    ],
  },
  {
    conformance: 'both',
    reason:
      'Functions in Java are never called: nothing in a model can reach the machine it runs on. The standard lets engines leave them out.',
    cases: [
      '0076-feel-external-java/boxed_001',
      '0076-feel-external-java/literal_001',
      '0076-feel-external-java/literal_002',
      '0076-feel-external-java/literal_005',
      '0076-feel-external-java/literal_006',
      '0076-feel-external-java/literal_007',
      '0076-feel-external-java/literal_010',
      '0076-feel-external-java/literal_011',
      '0076-feel-external-java/literal_012',
      '0076-feel-external-java/varargs_001',
    ],
  },
  {
    conformance: 'both',
    reason: 'Times keep fractions of seconds when they are compared.',
    cases: ['0068-feel-equality/datetime_003_a', '0068-feel-equality/time_005'],
  },
  {
    conformance: 'both',
    reason:
      "Regular expressions are Java's, as in Camunda, not those of XPath, where they disagree: ignoring case within a subtraction of characters, white space within the name of a class with the flag `x`. Back-references are refused: they can take time without end.",
    cases: [
      '1111-feel-matches-function/K2-MatchesFunc-1',
      '1111-feel-matches-function/K2-MatchesFunc-17',
      '1111-feel-matches-function/K2-MatchesFunc-5',
      '1111-feel-matches-function/K2-MatchesFunc-6',
      '1111-feel-matches-function/caselessmatch10',
      '1111-feel-matches-function/caselessmatch11',
    ],
  },
  {
    conformance: 'both',
    reason: 'Years reach from −271820 to 275759, the range of the calendar used.',
    cases: [
      '1115-feel-date-function/015_1dd66594cf',
      '1115-feel-date-function/016_31f3fef4a0',
      '1115-feel-date-function/029_88f5c7c90f',
      '1115-feel-date-function/030_9184a7bfc3',
      '1117-feel-date-and-time-function/027_ae365197dd',
      '1117-feel-date-and-time-function/028_1c3d56275f',
    ],
  },
];

/** The reason why a result is expected to differ, by the result's id. */
export function reasonsById(
  differences: readonly KnownDifference[],
  conformance: Conformance,
): (id: string) => string | undefined {
  const reasons = new Map<string, string>();
  for (const difference of differences) {
    if (difference.conformance === 'camunda' && conformance !== 'camunda') continue;
    for (const id of difference.cases) reasons.set(id, difference.reason);
  }
  return (id) => reasons.get(id) ?? reasons.get(id.split('/', 2).join('/'));
}
