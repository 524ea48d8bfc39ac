import { describe, expect, test } from 'vitest';
import type { ElementInstanceResult } from '../../../api/gen/api.ts';
import { type HistoryRow, historyRows, type ScopeContent, scopesToOpen } from './history-rows.ts';

function instance(key: string, type: ElementInstanceResult['type'], elementId = key): ElementInstanceResult {
  return {
    elementInstanceKey: key,
    processInstanceKey: 'p',
    rootProcessInstanceKey: 'p',
    processDefinitionKey: 'd',
    processDefinitionId: 'd',
    startDate: '2026-01-01T00:00:00.000Z',
    endDate: null,
    elementId,
    elementName: elementId,
    type,
    state: 'ACTIVE',
    hasIncident: false,
    tenantId: '<default>',
    incidentKey: null,
  };
}

function content(items: readonly ElementInstanceResult[], more: Partial<ScopeContent> = {}): ScopeContent {
  return { items, total: items.length, hasMore: false, isLoading: false, problem: undefined, ...more };
}

function told(rows: readonly HistoryRow[]): readonly string[] {
  return rows.map((row) => `${'·'.repeat(row.level)}${row.key}`);
}

describe('historyRows', () => {
  const body = instance('body', 'MULTI_INSTANCE_BODY', 'Each');
  const contents = new Map([
    ['p', content([instance('start', 'START_EVENT'), body])],
    [
      'body',
      content([instance('i1', 'SUB_PROCESS', 'Each'), instance('i2', 'SUB_PROCESS', 'Each')], {
        hasMore: true,
        total: 7,
      }),
    ],
    ['i1', content([])],
  ]);

  test('should show what is closed as one row', () => {
    const rows = historyRows({ rootKey: 'p', open: new Set(), contents });
    expect(told(rows)).toEqual(['·start', '·body']);
    expect(rows[1]).toMatchObject({ canOpen: true, isOpen: false });
  });

  test('should show what is open with its iterations, what is empty, loading and still to come', () => {
    const rows = historyRows({ rootKey: 'p', open: new Set(['body', 'i1', 'i2']), contents });
    expect(told(rows)).toEqual(['·start', '·body', '··i1', '···empty i1', '··i2', '···loading i2', '··more body']);
    expect(rows.map((row) => (row.kind === 'element' ? row.iteration : undefined)).filter(Number)).toEqual([1, 2]);
  });

  test('should count iterations down when the latest come first', () => {
    const rows = historyRows({ rootKey: 'p', open: new Set(['body']), contents, isLatestFirst: true });
    expect(rows.map((row) => (row.kind === 'element' ? row.iteration : undefined)).filter(Number)).toEqual([7, 6]);
  });

  test('should say why a scope could not be loaded', () => {
    const failed = new Map([['p', content([], { problem: 'gone' })]]);
    expect(historyRows({ rootKey: 'p', open: new Set(), contents: failed })).toMatchObject([
      { kind: 'problem', text: 'gone' },
    ]);
  });
});

describe('scopesToOpen', () => {
  test('should open what is alone, and guess nothing among several', () => {
    const contents = new Map([
      [
        'p',
        content([
          instance('a', 'SUB_PROCESS', 'One'),
          instance('b', 'SUB_PROCESS', 'Two'),
          instance('c', 'SUB_PROCESS', 'Two'),
        ]),
      ],
    ]);
    const rows = historyRows({ rootKey: 'p', open: new Set(), contents });
    expect(scopesToOpen(rows, ['One'])).toEqual(['a']);
    expect(scopesToOpen(rows, ['Two'])).toEqual([]);
  });
});
