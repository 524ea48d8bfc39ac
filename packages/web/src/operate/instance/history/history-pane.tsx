import { SortAscending, SortDescending } from '@carbon/icons-react';
import { IconButton, Search } from '@carbon/react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ElementInstanceResult, ProcessInstanceResult } from '../../../api/gen/api.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessModel } from '../../model/process-model.ts';
import type { InstanceSelection } from '../use-selection.ts';
import { type HistoryRow, historyRows, type ScopeContent, scopesToOpen } from './history-rows.ts';
import { HistoryTree } from './history-tree.tsx';
import { ScopeLoader } from './scope-loader.tsx';
import { useElementSearch } from './use-element-search.ts';

export interface HistoryPaneProps {
  readonly instance: ProcessInstanceResult;
  readonly model: ProcessModel | undefined;
  readonly selection: InstanceSelection;
  readonly isLatestFirst: boolean;
  onOrder(isLatestFirst: boolean): void;
  /** `undefined` = the process instance itself. */
  onSelect(elementInstance: ElementInstanceResult | undefined): void;
}

/** What happened, as a tree of element instances; with a text in the search field, those that match. */
export function HistoryPane({ instance, model, selection, isLatestFirst, onOrder, onSelect }: HistoryPaneProps) {
  const { instance: texts, shell } = useTexts();
  const key = instance.processInstanceKey;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [contents, setContents] = useState<ReadonlyMap<string, ScopeContent>>(new Map());
  const loaders = useRef(new Map<string, () => void>());
  const [text, setText] = useState('');
  const searched = useDeferredValue(text.trim());
  const found = useElementSearch(key, model, searched, isLatestFirst);

  const onContent = useCallback((scopeKey: string, content: ScopeContent | undefined, loadMore: () => void) => {
    if (content === undefined) loaders.current.delete(scopeKey);
    else loaders.current.set(scopeKey, loadMore);
    setContents((present) => {
      const next = new Map(present);
      if (content === undefined) next.delete(scopeKey);
      else next.set(scopeKey, content);
      return next;
    });
  }, []);

  const tree = useMemo(
    () => historyRows({ rootKey: key, open, contents, isLatestFirst }),
    [key, open, contents, isLatestFirst],
  );
  const matches = useMemo(
    () =>
      historyRows({
        rootKey: key,
        open: new Set(),
        contents: new Map([
          [
            key,
            {
              items: found.items,
              total: found.total,
              hasMore: found.hasMore,
              isLoading: found.isLoading,
              problem: found.problem?.message,
            },
          ],
        ]),
      }).map(
        (row): HistoryRow =>
          row.kind === 'element'
            ? { ...row, canOpen: false }
            : row.kind === 'empty'
              ? { ...row, text: texts.history.notFound }
              : row,
      ),
    [key, found.items, found.total, found.hasMore, found.isLoading, found.problem, texts],
  );
  const rows = searched === '' ? tree : matches;

  // What is selected on the diagram may lie in sub-processes that are closed.
  const { elementId } = selection;
  const revealed = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (elementId === undefined || model === undefined || revealed.current === elementId) return;
    const keys = scopesToOpen(tree, [...model.ancestorsOf(elementId), elementId]);
    if (keys.length > 0) setOpen((present) => new Set([...present, ...keys]));
  }, [elementId, model, tree]);

  const toggle = (rowKey: string, isOpen: boolean) => {
    // From now on the person says what is open.
    revealed.current = elementId;
    setOpen((present) => {
      const next = new Set(present);
      if (isOpen) next.add(rowKey);
      else next.delete(rowKey);
      return next;
    });
  };
  return (
    <div className="history-pane">
      <div className="pane-bar">
        <h2>{texts.history.title}</h2>
        <div data-search-field className="history-search">
          <Search
            size="sm"
            labelText={texts.history.search}
            placeholder={texts.history.search}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
        <IconButton
          kind="ghost"
          size="sm"
          align="bottom-right"
          label={isLatestFirst ? texts.history.latestFirst : texts.history.earliestFirst}
          onClick={() => onOrder(!isLatestFirst)}
        >
          {isLatestFirst ? <SortDescending /> : <SortAscending />}
        </IconButton>
      </div>
      {[key, ...open].map((scopeKey) => (
        <ScopeLoader
          key={scopeKey}
          processInstanceKey={key}
          scopeKey={scopeKey}
          isLatestFirst={isLatestFirst}
          onContent={onContent}
        />
      ))}
      <HistoryTree
        instance={instance}
        rows={rows}
        selection={selection}
        keyTexts={shell.keyTexts}
        onToggle={toggle}
        onSelect={onSelect}
        onMore={(scopeKey) => (searched === '' ? loaders.current.get(scopeKey)?.() : found.loadMore())}
      />
    </div>
  );
}
