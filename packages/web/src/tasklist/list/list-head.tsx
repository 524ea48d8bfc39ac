import { ArrowDown, ArrowUp, Filter, Settings } from '@carbon/icons-react';
import { IconButton, Search, Select, SelectItem, Toggle } from '@carbon/react';
import { useId, useState } from 'react';
import { notify } from '../../app/notifications.ts';
import { useDraft } from '../../parts/use-draft.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { defaultOrderOf, defaultSortOf, type SortField, sortFields } from '../tasks/tasks-search.ts';
import { useTasksAddress } from '../tasks/use-tasks-address.ts';
import { changeListSettings, useListSettings } from './list-settings.ts';

export interface ListHeadProps {
  readonly title: string;
  readonly count: string | undefined;
  /** Shows the queues, where they are hidden. */
  onShowQueues?(): void;
}

/** What is listed, how it is searched and sorted. */
export function ListHead({ title, count, onShowQueues }: ListHeadProps) {
  const { list, queues } = useTexts().tasklist;
  const { search, change } = useTasksAddress();
  const [isOpen, setOpen] = useState(false);
  const sort = search.sort ?? defaultSortOf(search);
  const order = search.order ?? defaultOrderOf(sort);
  return (
    <header className="tasks-head">
      <div className="tasks-head-title">
        {onShowQueues !== undefined && (
          <IconButton label={queues.expand} kind="ghost" size="sm" align="bottom-start" onClick={onShowQueues}>
            <Filter />
          </IconButton>
        )}
        <h1 title={title}>{title}</h1>
        <span className="list-count" aria-live="polite">
          {count}
        </span>
        <IconButton
          label={list.options}
          kind="ghost"
          size="sm"
          align="bottom-end"
          isSelected={isOpen}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Settings />
        </IconButton>
      </div>
      {isOpen && <Options />}
      <SearchField text={search.q ?? ''} onChange={(q) => change({ q: q === '' ? undefined : q })} />
      <div className="list-sort">
        <Select
          id="task-sort"
          size="sm"
          inline
          labelText={list.sort}
          value={sort}
          onChange={({ target }) => change({ sort: target.value as SortField, order: undefined })}
        >
          {sortFields.map((field) => (
            <SelectItem key={field} value={field} text={list.sorts[field]} />
          ))}
        </Select>
        <IconButton
          label={order === 'asc' ? list.ascending : list.descending}
          kind="ghost"
          size="sm"
          align="bottom-end"
          onClick={() => change({ sort, order: order === 'asc' ? 'desc' : 'asc' })}
        >
          {order === 'asc' ? <ArrowUp /> : <ArrowDown />}
        </IconButton>
      </div>
    </header>
  );
}

function SearchField({ text, onChange }: { readonly text: string; onChange(text: string): void }) {
  const { list } = useTexts().tasklist;
  const draft = useDraft(text, onChange);
  return (
    <div data-search-field>
      <Search
        size="sm"
        labelText={list.search}
        placeholder={list.search}
        value={draft.value}
        onChange={({ target }) => draft.change(target.value)}
        onClear={() => draft.change('')}
      />
    </div>
  );
}

function Options() {
  const { list } = useTexts().tasklist;
  const { opensFirst, notifies } = useListSettings();
  const id = useId();
  const changeNotifies = async (wanted: boolean) => {
    if (!wanted) return changeListSettings({ notifies: false });
    const permission = 'Notification' in globalThis ? await Notification.requestPermission() : 'denied';
    if (permission === 'granted') changeListSettings({ notifies: true });
    else notify({ kind: 'warning', title: list.notifyRefused, text: list.notifyRefusedHelp });
  };
  return (
    <div className="list-options">
      <Toggle
        id={`${id}-first`}
        size="sm"
        labelText={list.autoSelect}
        hideLabel
        toggled={opensFirst}
        onToggle={(isOn) => changeListSettings({ opensFirst: isOn })}
      />
      <Toggle
        id={`${id}-notify`}
        size="sm"
        labelText={list.notifyMe}
        hideLabel
        toggled={notifies}
        onToggle={(isOn) => void changeNotifies(isOn)}
      />
    </div>
  );
}
