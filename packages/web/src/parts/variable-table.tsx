/**
 * Variables of a scope: to look at, to edit in the row (`e`) or in the JSON editor (`Enter`), to copy. What is changed
 * stays a draft until it is saved: by the table, or by the page when it completes something.
 */
import { Add, Checkmark, Copy, Edit, Maximize, Reset, TextShortParagraph } from '@carbon/icons-react';
import { Button, IconButton, Search } from '@carbon/react';
import { useMemo, useState } from 'react';
import type { SearchPages } from '../api/use-api.ts';
import { notify } from '../app/notifications.ts';
import { useFormats, useTexts } from '../texts/use-texts.ts';
import { AddVariableDialog } from './add-variable-dialog.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { useJsonProblemText } from './json-problem-text.ts';
import { scanJson } from './scan-json.ts';
import { VariableDialog } from './variable-dialog.tsx';
import type { VariableDraft, VariableDraftStore } from './variable-drafts.ts';
import './variable-table.scss';

export interface VariableRow {
  readonly variableKey: string;
  readonly name: string;
  /** JSON; only its beginning when `isTruncated`. */
  readonly value: string;
  readonly isTruncated: boolean;
}

export interface VariableChange {
  readonly name: string;
  /** JSON. */
  readonly text: string;
  readonly isLocal: boolean;
}

export interface VariableTableProps {
  /** What it is a list of, for screen readers. */
  readonly label: string;
  readonly variables: Omit<SearchPages<VariableRow>, 'isTotalMore'> & { readonly isTotalMore?: boolean };
  /** The whole value of a row that is truncated. Throws an `ApiProblem`. */
  loadWhole(row: VariableRow): Promise<string>;
  readonly drafts: VariableDraftStore;
  /** Default `true`. */
  readonly isEditable?: boolean;
  /** Absent = the page saves drafts itself. Throws when they were not saved: they stay then. */
  onSave?(changes: readonly VariableChange[]): Promise<void>;
  /** What is offered to be done right after all drafts were saved: retrying incidents. */
  readonly afterSave?: { readonly text: string; run(): void };
  /** Whether new variables may be set elsewhere than in this scope. Default `false`. */
  readonly hasScopeChoice?: boolean;
  readonly nameFilter?: string;
  onNameFilter?(name: string): void;
  /** All variables as one JSON object, also those that are not loaded yet, with how many there are. */
  copyAll?(): Promise<{ readonly text: string; readonly count: number }>;
  /** Shown when there are none. */
  readonly emptyText?: string;
  /** As the table's: whether it has the page's keys. Default `true`. */
  readonly hasPageKeys?: boolean;
}

interface DraftedRow extends VariableRow {
  readonly draft: VariableDraft | undefined;
}

/** Longer values, and those of several lines, are edited in the dialog. */
const INLINE_LENGTH_MAX = 400;
/** What a row shows of a value. */
const PREVIEW_LENGTH = 300;

export function VariableTable(props: VariableTableProps) {
  const { label, variables, drafts, isEditable = true, onSave, nameFilter = '', onNameFilter, copyAll } = props;
  const texts = useTexts().variables;
  const formats = useFormats();
  const problemText = useJsonProblemText();
  const [editing, setEditing] = useState<string>();
  const [shown, setShown] = useState<VariableRow>();
  const [isAdding, setAdding] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const rows = useMemo(() => draftedRows(variables.items, drafts, nameFilter), [variables.items, drafts, nameFilter]);
  const problems = useMemo(
    () => new Map(drafts.names.map((name) => [name, scanJson(drafts.drafts[name]!.text)])),
    [drafts],
  );
  const [invalidName, problem] = [...problems].find(([, found]) => found !== undefined) ?? [];

  const save = async (names: readonly string[]): Promise<boolean> => {
    const changes = names.map((name) => {
      const { text, base, isLocal } = drafts.drafts[name]!;
      return { name, text, isLocal: isLocal ?? base !== undefined };
    });
    if (onSave === undefined || names.some((name) => problems.get(name) !== undefined)) return false;
    setSaving(true);
    try {
      await onSave(changes);
      drafts.discard(names);
      return true;
    } catch {
      // The page that saves says what went wrong; the drafts stay.
      return false;
    } finally {
      setSaving(false);
    }
  };
  const edit = (row: VariableRow) => {
    if (!isEditable) return;
    const text = drafts.drafts[row.name]?.text ?? row.value;
    if (row.isTruncated || text.length > INLINE_LENGTH_MAX || text.includes('\n')) setShown(row);
    else setEditing(row.name);
  };
  const change = (row: VariableRow, text: string) => {
    const draft = drafts.drafts[row.name];
    if (draft === undefined && text === row.value) return;
    if (draft?.base === text) drafts.discard([row.name]);
    else drafts.set(row.name, { ...(draft ?? { base: row.value }), text });
  };
  const copy = async (row: VariableRow) => {
    const draft = drafts.drafts[row.name];
    try {
      await navigator.clipboard.writeText(draft?.text ?? (row.isTruncated ? await props.loadWhole(row) : row.value));
    } catch (error) {
      notify({ kind: 'error', title: texts.copyFailed, text: error instanceof Error ? error.message : String(error) });
    }
  };
  const copyAllOf = async () => {
    if (copyAll === undefined) return;
    try {
      const { text, count } = await copyAll();
      await navigator.clipboard.writeText(text);
      notify({ kind: 'success', title: texts.copiedAll(count), text: formats.bytes(text.length) });
    } catch (error) {
      notify({ kind: 'error', title: texts.copyFailed, text: error instanceof Error ? error.message : String(error) });
    }
  };

  const columns: readonly Column<DraftedRow>[] = [
    {
      id: 'name',
      title: texts.name,
      width: 'minmax(7rem, 1fr)',
      cell: (row) => <code title={row.name}>{row.name}</code>,
    },
    {
      id: 'value',
      title: texts.value,
      width: 'minmax(8rem, 2.5fr)',
      cell: (row) =>
        editing === row.name ? (
          <InlineValue
            label={texts.editorLabel(row.name)}
            text={row.draft?.text ?? row.value}
            onChange={(text) => change(row, text)}
            onEnd={(how) => {
              setEditing(undefined);
              if (how === 'save') void save(row.name in drafts.drafts ? [row.name] : []);
              if (how === 'discard') drafts.discard([row.name]);
            }}
          />
        ) : (
          <ValuePreview row={row} isInvalid={problems.get(row.name) !== undefined} />
        ),
    },
    {
      id: 'actions',
      title: texts.actions,
      width: isEditable ? '9.5rem' : '6rem',
      align: 'end',
      cell: (row) => (
        <span className="variable-actions">
          {row.draft !== undefined && isEditable ? (
            <>
              {problems.get(row.name) !== undefined ? (
                <IconButton
                  kind="ghost"
                  size="sm"
                  align="left"
                  label={texts.asTextHelp}
                  onClick={() => change(row, JSON.stringify(row.draft!.text))}
                >
                  <TextShortParagraph />
                </IconButton>
              ) : (
                onSave !== undefined && (
                  <IconButton
                    kind="ghost"
                    size="sm"
                    align="left"
                    label={texts.saveNamed(row.name)}
                    disabled={isSaving}
                    onClick={() => void save([row.name])}
                  >
                    <Checkmark />
                  </IconButton>
                )
              )}
              <IconButton
                kind="ghost"
                size="sm"
                align="left"
                label={texts.discardNamed(row.name)}
                onClick={() => drafts.discard([row.name])}
              >
                <Reset />
              </IconButton>
            </>
          ) : null}
          {isEditable && (
            <IconButton kind="ghost" size="sm" align="left" label={texts.editNamed(row.name)} onClick={() => edit(row)}>
              <Edit />
            </IconButton>
          )}
          {row.draft === undefined && (
            <IconButton
              kind="ghost"
              size="sm"
              align="left"
              label={texts.copyNamed(row.name)}
              onClick={() => void copy(row)}
            >
              <Copy />
            </IconButton>
          )}
          <IconButton
            kind="ghost"
            size="sm"
            align="left"
            label={texts.showNamed(row.name)}
            onClick={() => setShown(row)}
          >
            <Maximize />
          </IconButton>
        </span>
      ),
    },
  ];
  return (
    <div className="variable-table">
      <div className="variable-bar">
        {onNameFilter !== undefined && (
          <Search
            size="sm"
            labelText={texts.filter}
            placeholder={texts.filter}
            value={nameFilter}
            onChange={({ target }) => onNameFilter(target.value)}
          />
        )}
        {variables.total !== undefined && (
          <span className="variable-count">{texts.count(variables.total, variables.isTotalMore === true)}</span>
        )}
        {copyAll !== undefined && (variables.total ?? 0) > 0 && (
          <Button kind="ghost" size="sm" renderIcon={Copy} onClick={() => void copyAllOf()}>
            {texts.copyAll}
          </Button>
        )}
        {isEditable && (
          <Button kind="ghost" size="sm" renderIcon={Add} onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        )}
      </div>
      {drafts.names.length > 0 && (
        <div className="variable-drafts" role="status">
          <span>{texts.drafts(drafts.names.length)}</span>
          {!drafts.isStored && <span>{texts.draftNotKept}</span>}
          {problem !== undefined && (
            <span className="variable-problem">{texts.invalid(invalidName!, problemText(problem))}</span>
          )}
          {isEditable && onSave !== undefined && (
            <Button
              kind="primary"
              size="sm"
              disabled={isSaving || problem !== undefined}
              onClick={() => void save(drafts.names)}
            >
              {isSaving ? texts.saving : texts.saveAll}
            </Button>
          )}
          {isEditable && onSave !== undefined && props.afterSave !== undefined && (
            <Button
              kind="tertiary"
              size="sm"
              disabled={isSaving || problem !== undefined}
              onClick={() => void save(drafts.names).then((isSaved) => isSaved && props.afterSave?.run())}
            >
              {props.afterSave.text}
            </Button>
          )}
          <Button kind="ghost" size="sm" onClick={() => drafts.discard(drafts.names)}>
            {texts.discardAll}
          </Button>
        </div>
      )}
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        rowId={(row) => row.variableKey}
        isLoading={variables.isLoading}
        isOutdated={variables.isOutdated}
        problem={variables.problem}
        onRetry={variables.retry}
        hasMore={variables.hasMore}
        isLoadingMore={variables.isLoadingMore}
        onLoadMore={variables.loadMore}
        onOpen={setShown}
        {...(props.hasPageKeys === undefined ? {} : { hasPageKeys: props.hasPageKeys })}
        rowKeys={isEditable ? [{ keys: 'e', text: texts.edit, run: edit }] : []}
        empty={
          <EmptyState
            title={nameFilter === '' ? texts.empty : texts.emptyFiltered}
            {...(props.emptyText === undefined || nameFilter !== '' ? {} : { text: props.emptyText })}
          />
        }
      />
      {shown !== undefined && (
        <VariableDialog
          row={shown}
          draft={drafts.drafts[shown.name]}
          isEditable={isEditable}
          canSave={onSave !== undefined}
          isSaving={isSaving}
          loadWhole={props.loadWhole}
          onChange={(text, base) => {
            if (text === base && drafts.drafts[shown.name]?.base !== undefined) drafts.discard([shown.name]);
            else drafts.set(shown.name, { ...(drafts.drafts[shown.name] ?? { base: shown.value }), text });
          }}
          onSave={() => void save([shown.name]).then((isSaved) => isSaved && setShown(undefined))}
          onDiscard={() => drafts.discard([shown.name])}
          onClose={() => setShown(undefined)}
        />
      )}
      {isAdding && (
        <AddVariableDialog
          taken={new Set([...variables.items.map(({ name }) => name), ...drafts.names])}
          hasScopeChoice={props.hasScopeChoice === true}
          onAdd={(name, text, isLocal) => {
            setAdding(false);
            drafts.set(name, { text, base: undefined, isLocal });
            if (onSave !== undefined) {
              setSaving(true);
              onSave([{ name, text, isLocal }]).then(
                () => {
                  drafts.discard([name]);
                  setSaving(false);
                },
                () => setSaving(false),
              );
            }
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

function draftedRows(
  items: readonly VariableRow[],
  { drafts, names }: VariableDraftStore,
  nameFilter: string,
): readonly DraftedRow[] {
  const present = new Set(items.map(({ name }) => name));
  const added = names
    .filter((name) => !present.has(name) && name.toLowerCase().includes(nameFilter.toLowerCase()))
    .map((name) => ({ variableKey: `draft ${name}`, name, value: drafts[name]!.base ?? '', isTruncated: false }));
  return [...added, ...items].map((row) => ({ ...row, draft: drafts[row.name] }));
}

interface ValuePreviewProps {
  readonly row: DraftedRow;
  readonly isInvalid: boolean;
}

function ValuePreview({ row: { draft, value, isTruncated }, isInvalid }: ValuePreviewProps) {
  const texts = useTexts().variables;
  const text = draft?.text ?? value;
  const preview = text.length > PREVIEW_LENGTH ? text.slice(0, PREVIEW_LENGTH) : text;
  const isCut = preview.length < text.length || (draft === undefined && isTruncated);
  const isOutdated = draft?.base !== undefined && draft.base !== value;
  return (
    <span className="variable-value">
      {draft !== undefined && (
        <span className="variable-draft-mark" data-look="suspended" title={texts.draftHelp}>
          {isOutdated ? texts.draftOutdated : texts.draft}
        </span>
      )}
      <code data-invalid={isInvalid || undefined}>{isCut ? `${preview}…` : preview}</code>
    </span>
  );
}

interface InlineValueProps {
  readonly label: string;
  readonly text: string;
  onChange(text: string): void;
  onEnd(how: 'save' | 'discard' | 'leave'): void;
}

/** Enter saves, Escape takes back; going elsewhere leaves a draft. */
function InlineValue({ label, text, onChange, onEnd }: InlineValueProps) {
  const isInvalid = scanJson(text) !== undefined;
  return (
    <input
      className="variable-inline"
      aria-label={label}
      aria-invalid={isInvalid}
      // biome-ignore lint/a11y/noAutofocus: it appears because somebody wants to type
      autoFocus
      spellCheck={false}
      value={text}
      onChange={({ target }) => onChange(target.value)}
      onBlur={() => onEnd('leave')}
      onKeyDown={(event) => {
        const isEnd = event.key === 'Escape' || (event.key === 'Enter' && !isInvalid);
        if (!isEnd) return;
        event.preventDefault();
        event.stopPropagation();
        const row = event.currentTarget.closest<HTMLElement>('[role=row]');
        onEnd(event.key === 'Escape' ? 'discard' : 'save');
        row?.focus();
      }}
    />
  );
}
