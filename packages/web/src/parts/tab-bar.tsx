import { type ReactNode, useEffect, useId, useRef } from 'react';
import './tab-bar.scss';

export interface TabEntry<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export interface TabBarProps<Id extends string> {
  /** What the tabs are of, for screen readers. */
  readonly label: string;
  readonly tabs: readonly TabEntry<Id>[];
  readonly selected: Id;
  onSelect(id: Id): void;
  /** What the selected tab shows. */
  readonly children: ReactNode;
}

/**
 * Tabs that may come and go while somebody works in one: what is shown stays as long as its tab is selected. Arrow keys go
 * from tab to tab, Enter selects.
 */
export function TabBar<Id extends string>({ label, tabs, selected, onSelect, children }: TabBarProps<Id>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // On a phone there are more tabs than have room: the selected one is always seen.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (list.current === null || tab == null) return;
    list.current.scrollLeft =
      tab.offsetLeft - list.current.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2;
  });
  const tabId = (tab: Id) => `${id}-tab-${tab}`;
  const move = (from: number, by: number) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [];
    buttons[(from + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <>
      <div className="tab-bar" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={tabId(tab.id)}
            aria-selected={tab.id === selected}
            {...(tab.id === selected ? { 'aria-controls': `${id}-panel` } : {})}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(index, 1);
              else if (event.key === 'ArrowLeft') move(index, -1);
              else return;
              event.preventDefault();
            }}
          >
            {tab.name}
          </button>
        ))}
      </div>
      <div className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={tabId(selected)}>
        {children}
      </div>
    </>
  );
}
