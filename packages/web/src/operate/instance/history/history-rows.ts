/** The history as rows: what of the tree is open, in order. */
import type { ElementInstanceResult } from '../../../api/gen/api.ts';

/** What is known of the element instances directly in a scope. */
export interface ScopeContent {
  readonly items: readonly ElementInstanceResult[];
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Why they could not be loaded. */
  readonly problem: string | undefined;
}

export interface ElementRow {
  readonly kind: 'element';
  readonly key: string;
  readonly instance: ElementInstanceResult;
  /** 1 = directly in the process instance. */
  readonly level: number;
  readonly canOpen: boolean;
  readonly isOpen: boolean;
  readonly parentKey: string;
  /** Its number among the iterations of a multi-instance body, from 1. */
  readonly iteration: number | undefined;
}

export interface NoteRow {
  readonly kind: 'loading' | 'more' | 'empty' | 'problem';
  readonly key: string;
  readonly level: number;
  readonly scopeKey: string;
  readonly text: string | undefined;
}

export type HistoryRow = ElementRow | NoteRow;

const scopes: ReadonlySet<ElementInstanceResult['type']> = new Set([
  'PROCESS',
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'MULTI_INSTANCE_BODY',
]);

export function canOpen({ type }: Pick<ElementInstanceResult, 'type'>): boolean {
  return scopes.has(type);
}

export interface HistoryRowsInput {
  readonly rootKey: string;
  readonly open: ReadonlySet<string>;
  readonly contents: ReadonlyMap<string, ScopeContent>;
  /** Whether what started last comes first: iterations are then counted down. */
  readonly isLatestFirst?: boolean;
}

/** @returns rows of the children of the root and of all open scopes below; of a scope that is not loaded yet a note. */
export function historyRows({
  rootKey,
  open,
  contents,
  isLatestFirst = false,
}: HistoryRowsInput): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  addScope(rootKey, 1, undefined);
  return rows;

  function addScope(scopeKey: string, level: number, scope: ElementInstanceResult | undefined): void {
    const content = contents.get(scopeKey);
    const note = (kind: NoteRow['kind'], text?: string) =>
      rows.push({ kind, key: `${kind} ${scopeKey}`, level, scopeKey, text });
    if (content === undefined || (content.isLoading && content.items.length === 0)) {
      note('loading');
      return;
    }
    if (content.problem !== undefined && content.items.length === 0) {
      note('problem', content.problem);
      return;
    }
    if (content.items.length === 0) note('empty');
    const isLoop = scope?.type === 'MULTI_INSTANCE_BODY';
    for (const [index, instance] of content.items.entries()) {
      const key = instance.elementInstanceKey;
      const isOpen = canOpen(instance) && open.has(key);
      const iteration = isLatestFirst ? (content.total ?? 0) - index : index + 1;
      rows.push({
        kind: 'element',
        key,
        instance,
        level,
        canOpen: canOpen(instance),
        isOpen,
        parentKey: scopeKey,
        iteration: isLoop ? iteration : undefined,
      });
      if (isOpen) addScope(key, level + 1, instance);
    }
    if (content.hasMore) note('more');
  }
}

/**
 * Scopes to open so that an element is seen: those around it that are alone of their kind in what is loaded. Which of
 * several iterations is meant nobody can tell.
 * @param ancestors ids of the sub-processes around the element, and its own for the body around its iterations.
 */
export function scopesToOpen(rows: readonly HistoryRow[], ancestors: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  const name = ({ parentKey, instance }: ElementRow) => `${parentKey} ${instance.elementId}`;
  const candidates = rows.filter(
    (row): row is ElementRow => row.kind === 'element' && row.canOpen && ancestors.includes(row.instance.elementId),
  );
  for (const row of candidates) counts.set(name(row), (counts.get(name(row)) ?? 0) + 1);
  return candidates.filter((row) => !row.isOpen && counts.get(name(row)) === 1).map(({ key }) => key);
}
