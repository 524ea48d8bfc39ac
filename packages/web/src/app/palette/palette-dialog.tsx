/**
 * Finds pages, instances, processes, tasks and what the page can do, by typing. The field keeps the focus; arrows move
 * over what was found, Enter goes there.
 */
import { Search } from '@carbon/icons-react';
import { InlineLoading } from '@carbon/react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { KeyCaps } from '../../parts/key-caps.tsx';
import { problemText } from '../../parts/problem-words.ts';
import { useTexts } from '../../texts/use-texts.ts';
import './palette.scss';
import type { PaletteEntry } from './palette-entry.ts';
import { rememberEntry } from './recent-entries.ts';
import { useDelayed } from './use-delayed.ts';
import { usePaletteGroups } from './use-palette-groups.ts';

/** Between two letters of somebody who types slowly: nothing is asked for in between. */
const ASK_DELAY_MS = 120;
/** Longer texts are nothing that is found by typing. */
const TEXT_MAX = 500;

export function PaletteDialog({ onClose }: { onClose(): void }) {
  const all = useTexts();
  const { palette: texts } = all;
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { groups, isSearching, problem } = usePaletteGroups(text, useDelayed(text, ASK_DELAY_MS));
  const entries = groups.flatMap((one) => one.entries);
  const current = entries[Math.min(chosen, entries.length - 1)];

  useEffect(() => {
    // Modal by the browser itself: it keeps the focus inside and gives it back.
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    if (current !== undefined) document.getElementById(optionId(id, current))?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const open = (entry: PaletteEntry) => {
    rememberEntry(entry);
    dialog.current?.close();
    onClose();
    const { target } = entry;
    if ('href' in target) void navigate({ href: target.href });
    else target.run();
  };
  const move = (by: number) => {
    if (entries.length > 0) setChosen((Math.min(chosen, entries.length - 1) + by + entries.length) % entries.length);
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={texts.title}
      onClose={onClose}
      onClick={(event) => {
        // The dialog itself is only hit beside its content.
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') move(1);
        else if (event.key === 'ArrowUp') move(-1);
        else if (event.key === 'Enter' && !event.nativeEvent.isComposing && current !== undefined) open(current);
        else return;
        event.preventDefault();
      }}
    >
      <div className="palette-content">
        <div className="palette-field">
          <Search size={20} aria-hidden="true" />
          <input
            type="text"
            role="combobox"
            aria-label={texts.title}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={current === undefined ? undefined : optionId(id, current)}
            placeholder={texts.placeholder}
            autoComplete="off"
            spellCheck={false}
            maxLength={TEXT_MAX}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setChosen(0);
            }}
          />
          {isSearching && <InlineLoading className="palette-searching" iconDescription={texts.searching} />}
        </div>
        <div role="listbox" id={`${id}-list`} aria-label={texts.found} className="palette-list">
          {groups.map(({ group, entries: ofGroup }) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div className="palette-group" id={`${id}-${group}`} role="presentation">
                {texts.groups[group]}
              </div>
              {ofGroup.map((entry) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the dialog's
                <div
                  key={entry.id}
                  id={optionId(id, entry)}
                  role="option"
                  aria-selected={entry === current}
                  className="palette-entry"
                  onMouseMove={() => entry !== current && setChosen(entries.indexOf(entry))}
                  onClick={() => open(entry)}
                >
                  <span className="palette-title">{entry.title}</span>
                  {entry.detail !== undefined && <span className="palette-detail">{entry.detail}</span>}
                  {entry.keys === undefined ? (
                    <span className="palette-kind">{entry.kind}</span>
                  ) : (
                    <KeyCaps keys={entry.keys} />
                  )}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p className="palette-state" role="status" data-empty={entries.length === 0 || undefined}>
          {problem !== undefined
            ? texts.problem(problemText(problem, all))
            : entries.length > 0
              ? texts.count(entries.length)
              : isSearching
                ? texts.searching
                : texts.nothing(text.trim())}
        </p>
      </div>
    </dialog>
  );
}

function optionId(id: string, entry: PaletteEntry): string {
  return `${id}-${entry.id.replaceAll(/\s/g, '_')}`;
}
