import { ChevronDown, ChevronRight } from '@carbon/icons-react';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { ElementIcon } from '../../../parts/element-icon.tsx';
import { focusDrawn } from '../../../parts/focus-drawn.ts';
import { StateTag } from '../../../parts/state-tag.tsx';
import { useRowHeight } from '../../../parts/use-row-height.ts';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { TreeElement, TreeRow } from './worker/moment-view.ts';

export interface ReplayTreeProps {
  readonly rows: readonly TreeRow[];
  /** The element instance whose variables are shown. */
  readonly selectedKey: string | undefined;
  readonly elementId: string | undefined;
  nameOf(elementId: string): string;
  onOpen(key: string, isOpen: boolean): void;
  onMore(scopeKey: string, limit: number): void;
  onSelect(row: TreeElement): void;
}

const INDENT_PX = 18;
const OVERSCAN = 15;

/** Element instances that had started by the moment, in their scopes, as they were. */
export function ReplayTree({ rows, selectedKey, elementId, nameOf, onOpen, onMore, onSelect }: ReplayTreeProps) {
  const { replay: texts } = useTexts();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const [focusedKey, setFocusedKey] = useState<string>();
  const focusIndex = Math.max(
    0,
    rows.findIndex(({ key }) => key === focusedKey),
  );
  const rowPx = useRowHeight('tree');
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  const move = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setFocusedKey(rows[next]?.key);
    virtualizer.scrollToIndex(next);
    focusDrawn(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`));
  };
  const act = (row: TreeRow) => {
    if (row.kind === 'element') onSelect(row);
    else onMore(row.scopeKey, row.nextLimit);
  };
  const onKeyDown = (event: React.KeyboardEvent, index: number) => {
    const row = rows[index]!;
    const canOpen = row.kind === 'element' && row.childCount > 0;
    if (event.key === 'ArrowDown' || event.key === 'j') move(index + 1);
    else if (event.key === 'ArrowUp' || event.key === 'k') move(index - 1);
    else if (event.key === 'ArrowRight') canOpen && !row.isOpen ? onOpen(row.key, true) : move(index + 1);
    else if (event.key === 'ArrowLeft') {
      if (canOpen && row.isOpen) onOpen(row.key, false);
      else move(rows.findIndex(({ key }) => key === row.scopeKey));
    } else if (event.key === 'Enter' || event.key === ' ') act(row);
    else return;
    event.preventDefault();
  };
  if (rows.length === 0) return <p className="pane-note">{texts.tree.notYet}</p>;
  return (
    <div className="history-tree" ref={scroller} role="tree" aria-label={texts.panes.tree}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const isSelected = row.key === selectedKey;
          return (
            <div
              key={key}
              role="treeitem"
              aria-level={row.level + 1}
              aria-selected={isSelected}
              {...(row.kind === 'element' && row.childCount > 0 ? { 'aria-expanded': row.isOpen } : {})}
              tabIndex={index === focusIndex ? 0 : -1}
              data-index={index}
              data-key={row.key}
              data-state={row.kind === 'element' ? row.state : undefined}
              data-related={(row.kind === 'element' && !isSelected && row.elementId === elementId) || undefined}
              className="history-row"
              style={{ transform: `translateY(${start}px)`, paddingInlineStart: 8 + row.level * INDENT_PX }}
              onFocus={() => setFocusedKey(row.key)}
              onClick={() => act(row)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {row.kind === 'earlier' ? (
                <span className="replay-earlier">{texts.tree.earlier(row.count)}</span>
              ) : (
                <>
                  {row.childCount > 0 ? (
                    <button
                      type="button"
                      tabIndex={-1}
                      className="history-toggle"
                      aria-label={row.isOpen ? texts.tree.close : texts.tree.open}
                      onClick={(event) => {
                        event.stopPropagation();
                        onOpen(row.key, !row.isOpen);
                      }}
                    >
                      {row.isOpen ? <ChevronDown /> : <ChevronRight />}
                    </button>
                  ) : (
                    <span className="history-toggle" />
                  )}
                  <StateTag state={row.hasIncident ? 'INCIDENT' : row.state} isIconOnly />
                  <ElementIcon type={row.elementType} />
                  <span className="history-name" title={row.elementId}>
                    {row.elementId === '' ? texts.tree.unknown : nameOf(row.elementId)}
                    {row.loopCounter > 0 && (
                      <span className="history-iteration"> {texts.tree.iteration(row.loopCounter)}</span>
                    )}
                  </span>
                  {row.calledProcessInstanceKey !== '' && (
                    <Link
                      className="replay-called"
                      to="/operate/processes/$processInstanceKey"
                      params={{ processInstanceKey: row.calledProcessInstanceKey }}
                      search={{ replay: 'start' }}
                      onClick={(event) => event.stopPropagation()}
                    >
                      {texts.tree.called}
                    </Link>
                  )}
                  <span className="history-note">
                    {row.phase !== undefined && row.phase !== 'ACTIVATED' ? texts.tree.phases[row.phase] : ''}
                  </span>
                  {row.startedAt !== undefined && (
                    <time
                      title={
                        row.endedAt === undefined
                          ? texts.tree.started(formats.exactTime(new Date(row.startedAt).toISOString()))
                          : texts.tree.ended(formats.exactTime(new Date(row.endedAt).toISOString()))
                      }
                    >
                      {formats.clockTime(row.endedAt ?? row.startedAt)}
                    </time>
                  )}
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
