import { ChevronDown, ChevronRight } from '@carbon/icons-react';
import { SkeletonText } from '@carbon/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { ElementInstanceResult, ProcessInstanceResult } from '../../../api/gen/api.ts';
import { useKeys } from '../../../app/keys.ts';
import { ElementIcon } from '../../../parts/element-icon.tsx';
import { focusDrawn } from '../../../parts/focus-drawn.ts';
import { instanceState, StateTag } from '../../../parts/state-tag.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useRowHeight } from '../../../parts/use-row-height.ts';
import type { Texts } from '../../../texts/language.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { InstanceSelection } from '../use-selection.ts';
import type { HistoryRow } from './history-rows.ts';
import { IterationCounts } from './iteration-counts.tsx';

export interface HistoryTreeProps {
  readonly instance: ProcessInstanceResult;
  readonly rows: readonly HistoryRow[];
  readonly selection: InstanceSelection;
  readonly keyTexts: Texts['shell']['keyTexts'];
  onToggle(key: string, isOpen: boolean): void;
  onSelect(elementInstance: ElementInstanceResult | undefined): void;
  onMore(scopeKey: string): void;
}

const INDENT_PX = 18;
/** Rows drawn above and below what is seen. */
const OVERSCAN = 15;

/** Rows are drawn where they are seen. Arrows or `j`/`k` move, left and right close and open, Enter selects. */
export function HistoryTree({ instance, rows, selection, keyTexts, onToggle, onSelect, onMore }: HistoryTreeProps) {
  const { instance: texts } = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  /** 0 = the process instance, above all rows. */
  const [focusIndex, setFocusIndex] = useState(0);
  const rowPx = useRowHeight('tree');
  const virtualizer = useVirtualizer({
    count: rows.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    getItemKey: (index) => rows[index - 1]?.key ?? 'process',
  });
  const drawn = virtualizer.getVirtualItems();
  const moreScope = drawn.map(({ index }) => rows[index - 1]).find((row) => row?.kind === 'more')?.key;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once whenever the end of a scope comes into sight
  useEffect(() => {
    const row = rows.find(({ key }) => key === moreScope);
    if (row?.kind === 'more') onMore(row.scopeKey);
  }, [moreScope, rows]);

  const selectedKey = selection.elementInstance?.elementInstanceKey;
  const selectedIndex = selectedKey === undefined ? -1 : rows.findIndex(({ key }) => key === selectedKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: followed when it changes or appears, not when rows move
  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex + 1);
  }, [selectedKey, selectedIndex >= 0]);

  // A row that is replaced (a note by what was loaded) takes the focus with it: the keys go on at its place.
  const hasFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the rows are others
  useEffect(() => {
    if (!hasFocus.current || document.activeElement !== document.body) return;
    scroller.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  }, [rows]);

  const move = (index: number) => {
    const next = Math.max(0, Math.min(rows.length, index));
    setFocusIndex(next);
    virtualizer.scrollToIndex(next);
    focusDrawn(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`));
  };
  const select = (index: number) => {
    const row = rows[index - 1];
    if (index === 0) onSelect(undefined);
    else if (row?.kind === 'element') onSelect(row.instance);
  };
  useKeys([
    { keys: 'j', text: keyTexts.down, isMove: true, run: () => move(focusIndex + 1) },
    { keys: 'k', text: keyTexts.up, isMove: true, run: () => move(focusIndex - 1) },
  ]);
  const onKeyDown = (event: React.KeyboardEvent, index: number) => {
    const row = rows[index - 1];
    const element = row?.kind === 'element' ? row : undefined;
    switch (event.key) {
      // Other lists of the page know these keys, too: those of the one with the focus count.
      case 'j':
      case 'ArrowDown':
        move(index + 1);
        break;
      case 'k':
      case 'ArrowUp':
        move(index - 1);
        break;
      case 'Home':
        move(0);
        break;
      case 'End':
        move(rows.length);
        break;
      case 'ArrowRight':
        if (element?.canOpen === true && !element.isOpen) onToggle(element.key, true);
        else move(index + 1);
        break;
      case 'ArrowLeft':
        if (element?.isOpen === true) onToggle(element.key, false);
        else if (row !== undefined) move(rows.findIndex(({ key }) => key === parentKeyOf(row)) + 1);
        break;
      case 'Enter':
      case ' ':
        select(index);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const { elementId } = selection;
  return (
    <div
      className="history-tree"
      ref={scroller}
      role="tree"
      aria-label={texts.history.title}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
        {drawn.map(({ index, start, key }) => {
          const row = rows[index - 1];
          const level = row === undefined ? 0 : row.level;
          const isElement = row?.kind === 'element';
          const isSelected =
            index === 0
              ? elementId === undefined
              : isElement && row.key === selection.elementInstance?.elementInstanceKey;
          return (
            <div
              key={key}
              role="treeitem"
              aria-level={level + 1}
              aria-selected={isSelected}
              {...(index === 0
                ? { 'aria-expanded': true }
                : isElement && row.canOpen
                  ? { 'aria-expanded': row.isOpen }
                  : {})}
              tabIndex={index === Math.min(focusIndex, rows.length) ? 0 : -1}
              data-index={index}
              data-related={(isElement && !isSelected && row.instance.elementId === elementId) || undefined}
              className="history-row"
              style={{ transform: `translateY(${start}px)`, paddingInlineStart: 8 + level * INDENT_PX }}
              onFocus={() => setFocusIndex(index)}
              onClick={() => select(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {row === undefined ? (
                <ProcessRow instance={instance} />
              ) : row.kind === 'element' ? (
                <>
                  {row.canOpen ? (
                    <button
                      type="button"
                      tabIndex={-1}
                      className="history-toggle"
                      aria-label={row.isOpen ? texts.history.close : texts.history.open}
                      onClick={(event) => {
                        event.stopPropagation();
                        onToggle(row.key, !row.isOpen);
                      }}
                    >
                      {row.isOpen ? <ChevronDown /> : <ChevronRight />}
                    </button>
                  ) : (
                    <span className="history-toggle" />
                  )}
                  <ElementLine instance={row.instance} iteration={row.iteration} />
                </>
              ) : (
                <NoteLine row={row} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ProcessRow({ instance }: { readonly instance: ProcessInstanceResult }) {
  return (
    <>
      <StateTag state={instanceState(instance)} isIconOnly />
      <ElementIcon type="PROCESS" />
      <span className="history-name">{instance.processDefinitionName ?? instance.processDefinitionId}</span>
      <TimeText date={instance.startDate} />
    </>
  );
}

interface ElementLineProps {
  readonly instance: ElementInstanceResult;
  readonly iteration: number | undefined;
}

function ElementLine({ instance, iteration }: ElementLineProps) {
  const texts = useTexts().instance.history;
  return (
    <>
      <StateTag state={instanceState(instance)} isIconOnly />
      <ElementIcon type={instance.type} />
      <span className="history-name" title={instance.elementId}>
        {instance.elementName || instance.elementId}
        {iteration !== undefined && <span className="history-iteration"> {texts.iteration(iteration)}</span>}
      </span>
      {instance.type === 'MULTI_INSTANCE_BODY' && (
        <IterationCounts processInstanceKey={instance.processInstanceKey} scopeKey={instance.elementInstanceKey} />
      )}
      <TimeText date={instance.endDate ?? instance.startDate} />
    </>
  );
}

function NoteLine({ row }: { readonly row: Extract<HistoryRow, { kind: 'loading' | 'more' | 'empty' | 'problem' }> }) {
  const texts = useTexts().instance.history;
  if (row.kind === 'loading' || row.kind === 'more') return <SkeletonText width="40%" className="history-loading" />;
  return <span className="history-note">{row.text ?? texts.empty}</span>;
}

function parentKeyOf(row: HistoryRow): string {
  return row.kind === 'element' ? row.parentKey : row.scopeKey;
}
