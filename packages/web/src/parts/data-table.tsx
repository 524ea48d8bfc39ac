/**
 * The table of all lists: rows of one height, drawn only where they are seen, so that a million are as quick as ten.
 * Keys: `j`/`k` move, `Enter` opens, `x` selects.
 */

import { ArrowDown, ArrowUp } from '@carbon/icons-react';
import { Checkbox, SkeletonText } from '@carbon/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '../api/api-problem.ts';
import { type KeyBinding, useKeys } from '../app/keys.ts';
import { useTexts } from '../texts/use-texts.ts';
import { focusDrawn } from './focus-drawn.ts';
import { ProblemNotice } from './problem-notice.tsx';
import type { Selection } from './selection.ts';
import { useIsNarrow } from './use-media.ts';
import { useRowHeight } from './use-row-height.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Said, but not shown: for columns of buttons that explain themselves. Default `false`. */
  readonly isTitleHidden?: boolean;
  /** CSS grid track: `minmax(8rem, 2fr)`. */
  readonly width: string;
  /** Name of the field it can be sorted by. */
  readonly sortField?: string;
  /** Default `start`; numbers are at the end. */
  readonly align?: 'start' | 'end';
  /** Not shown on a phone. Default `false`. */
  readonly isHiddenWhenNarrow?: boolean;
  cell(row: Row): ReactNode;
}

export interface Sort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

export interface RowKey<Row> {
  readonly keys: string;
  readonly text: string;
  run(row: Row): void;
}

/** What a table lists: all at once, or as a search gives it page by page. */
export interface TableRows<Row> {
  readonly items: readonly Row[];
  readonly isLoading?: boolean;
  /** Shows that the items belong to another question. */
  readonly isOutdated?: boolean;
  readonly problem?: ApiProblem | null;
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  loadMore?(): void;
  retry?(): void;
}

export interface DataTableProps<Row> {
  /** What it is a list of, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: TableRows<Row>;
  rowId(row: Row): string;
  readonly sort?: Sort;
  onSort?(sort: Sort): void;
  readonly selection?: Selection;
  onSelection?(selection: Selection): void;
  onOpen?(row: NoInfer<Row>): void;
  /** What other keys do with the row that has the focus. */
  readonly rowKeys?: readonly RowKey<Row>[];
  /** The row that is shown elsewhere on the page. */
  readonly currentId?: string;
  /** Opens below the row it is of, as high as it needs to be; `undefined` = the row has nothing to tell now. */
  detail?(row: Row): ReactNode;
  /** Whether `j`, `k` and the like are its own; `false` where another list of the page has them. Default `true`. */
  readonly hasPageKeys?: boolean;
  /** Shown in place of rows when there are none. */
  readonly empty: ReactNode;
}

/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const OVERSCAN = 12;
/** The next page is asked for when so few rows are left below. */
const LOAD_AHEAD = 20;
const SKELETON_ROWS = 8;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rowId, detail } = props;
  const { items: rows, isLoading, isOutdated, problem, hasMore, isLoadingMore, loadMore, retry } = props.rows;
  const { parts } = useTexts();
  const isNarrow = useIsNarrow();
  const rowPx = useRowHeight('table');
  const columns = isNarrow ? props.columns.filter((column) => column.isHiddenWhenNarrow !== true) : props.columns;
  const scroller = useRef<HTMLDivElement>(null);
  const [focusIndex, setFocusIndex] = useState(-1);
  const { selection, onSelection, onOpen } = props;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    getItemKey: (index) => rowId(rows[index]!),
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? -1;

  useEffect(() => {
    if (hasMore === true && isLoadingMore !== true && lastDrawn >= rows.length - LOAD_AHEAD) loadMore?.();
  }, [hasMore, isLoadingMore, lastDrawn, rows.length, loadMore]);

  const move = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    if (rows.length === 0) return;
    setFocusIndex(next);
    virtualizer.scrollToIndex(next);
    focusDrawn(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`));
  };
  const toggle = (row: Row) => {
    if (selection === undefined) return;
    const ids = new Set(selection.ids);
    if (!ids.delete(rowId(row))) ids.add(rowId(row));
    onSelection?.({ ...selection, ids });
  };
  const focused = rows[focusIndex];
  const { keyTexts } = useTexts().shell;
  const pageKeys: readonly KeyBinding[] = [
    { keys: 'j', text: keyTexts.down, isMove: true, run: () => move(focusIndex + 1) },
    { keys: 'k', text: keyTexts.up, isMove: true, run: () => move(focusIndex - 1) },
    ...(onOpen === undefined
      ? []
      : [{ keys: 'o', text: keyTexts.open, run: () => focused !== undefined && onOpen(focused) }]),
    ...(onSelection === undefined
      ? []
      : [{ keys: 'x', text: keyTexts.select, run: () => focused !== undefined && toggle(focused) }]),
    ...(props.rowKeys ?? []).map(({ keys, text, run }) => ({
      keys,
      text,
      run: () => focused !== undefined && run(focused),
    })),
  ];
  useKeys(props.hasPageKeys === false ? [] : pageKeys);

  if (problem != null && rows.length === 0) {
    return <ProblemNotice problem={problem} {...(retry === undefined ? {} : { onRetry: retry })} />;
  }
  const template = [...(onSelection === undefined ? [] : ['2.5rem']), ...columns.map(({ width }) => width)].join(' ');
  return (
    <section
      className="data-table"
      aria-label={label}
      aria-busy={isLoading === true || isOutdated === true}
      data-outdated={isOutdated === true || undefined}
      style={{ '--columns': template } as React.CSSProperties}
      ref={scroller}
      tabIndex={0}
    >
      <div role="table" aria-label={label} aria-rowcount={hasMore === true ? -1 : rows.length + 1}>
        <HeaderRow {...props} columns={columns} />
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {drawn.map(({ index, start, key }) => {
            const row = rows[index]!;
            const id = rowId(row);
            const isSelected = selection !== undefined && selection.isAll !== selection.ids.has(id);
            return (
              <div
                key={key}
                role="row"
                tabIndex={index === Math.max(0, focusIndex) ? 0 : -1}
                aria-rowindex={index + 2}
                aria-selected={onSelection === undefined ? undefined : isSelected}
                aria-current={props.currentId === id ? 'true' : undefined}
                data-index={index}
                ref={detail === undefined ? undefined : virtualizer.measureElement}
                className="data-row"
                data-openable={onOpen !== undefined || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onFocus={() => setFocusIndex(index)}
                onClick={(event) => {
                  if (onOpen !== undefined && !isControl(event.target)) onOpen(row);
                }}
                onKeyDown={(event) => {
                  if (event.target !== event.currentTarget) return;
                  if (event.key === 'ArrowDown' || event.key === 'j') move(index + 1);
                  else if (event.key === 'ArrowUp' || event.key === 'k') move(index - 1);
                  else if (event.key === 'Enter') onOpen?.(row);
                  else return;
                  event.preventDefault();
                }}
              >
                {onSelection !== undefined && (
                  <span role="cell" className="data-cell-select">
                    <Checkbox
                      id={`select-${id}`}
                      labelText={parts.selectRow}
                      hideLabel
                      checked={isSelected}
                      onChange={() => toggle(row)}
                    />
                  </span>
                )}
                {columns.map((column) => (
                  <span key={column.id} role="cell" className="data-cell" data-align={column.align}>
                    {column.cell(row)}
                  </span>
                ))}
                <RowDetail content={detail?.(row)} />
              </div>
            );
          })}
        </div>
      </div>
      {isLoading === true ? (
        <SkeletonRows columns={columns.length + (onSelection === undefined ? 0 : 1)} />
      ) : (
        rows.length === 0 && <div className="data-table-empty">{props.empty}</div>
      )}
      {isLoadingMore === true && <SkeletonText />}
    </section>
  );
}

function HeaderRow<Row>({ columns, sort, onSort, selection, onSelection, rows, label }: DataTableProps<Row>) {
  const { parts } = useTexts();
  const isNoneSelected = selection === undefined || (!selection.isAll && selection.ids.size === 0);
  const isAllSelected = selection?.isAll === true && selection.ids.size === 0;
  return (
    <div role="row" className="data-header" aria-rowindex={1}>
      {onSelection !== undefined && (
        <span role="columnheader" className="data-cell-select">
          <Checkbox
            id={`select-all-${label}`}
            labelText={parts.selectAll}
            hideLabel
            checked={isAllSelected}
            indeterminate={!isAllSelected && !isNoneSelected}
            disabled={rows.items.length === 0}
            onChange={() => onSelection({ isAll: isNoneSelected, ids: new Set() })}
          />
        </span>
      )}
      {columns.map((column) => {
        const isSorted = column.sortField !== undefined && sort?.field === column.sortField;
        const direction = isSorted ? (sort?.order === 'ASC' ? 'ascending' : 'descending') : 'none';
        return (
          <span
            key={column.id}
            role="columnheader"
            className="data-cell"
            data-align={column.align}
            aria-sort={column.sortField === undefined ? undefined : direction}
          >
            {column.sortField === undefined || onSort === undefined ? (
              <span className="data-heading" title={column.title}>
                <span className={column.isTitleHidden === true ? 'cds--visually-hidden' : undefined}>
                  {column.title}
                </span>
              </span>
            ) : (
              <button
                type="button"
                className="data-heading"
                title={parts.sortBy(column.title)}
                onClick={() =>
                  onSort({ field: column.sortField!, order: isSorted && sort?.order === 'DESC' ? 'ASC' : 'DESC' })
                }
              >
                <span>{column.title}</span>
                {isSorted && (sort?.order === 'ASC' ? <ArrowUp size={16} /> : <ArrowDown size={16} />)}
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}

function RowDetail({ content }: { readonly content: ReactNode }) {
  if (content === undefined || content === null) return null;
  return (
    <div role="cell" className="data-detail">
      {content}
    </div>
  );
}

function SkeletonRows({ columns }: { readonly columns: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={row} className="data-skeleton-row">
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
            <SkeletonText key={column} width="70%" />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A click on a link or button in a row is meant for that. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label, [role=menuitem]') !== null;
}
