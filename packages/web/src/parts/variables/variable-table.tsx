/**
 * Variables of a scope: to look at, to edit in the row (`e`) or in the JSON editor (`Enter`), to copy. What is changed
 * stays a draft until it is saved: by the table, or by the page when it completes something.
 */
import { Add, Copy } from '@carbon/icons-react';
import { Button, Search } from '@carbon/react';
import { useMemo, useState } from 'react';
import type { SearchPages } from '../../api/use-api.ts';
import { notify } from '../../app/notifications.ts';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { type Column, DataTable } from '../data-table.tsx';
import { EmptyState } from '../empty-state.tsx';
import { AddVariableDialog } from './add-variable-dialog.tsx';
import { type SaveVariables, useVariableEdits } from './use-variable-edits.ts';
import { VariableActions } from './variable-actions.tsx';
import { VariableDialog } from './variable-dialog.tsx';
import type { VariableDraftStore } from './variable-drafts.ts';
import { VariableDraftsBar } from './variable-drafts-bar.tsx';
import { VariableInput } from './variable-input.tsx';
import { type DraftedRow, draftedRows, type VariableRow } from './variable-row.ts';
import { VariableValue } from './variable-value.tsx';
import './variable-table.scss';

export interface VariableTableProps {
  /** What it is a list of, for screen readers. */
  readonly label: string;
  readonly variables: Omit<SearchPages<VariableRow>, 'isTotalMore'> & { readonly isTotalMore?: boolean };
  /** The whole value of a row that is truncated. Throws an `ApiProblem`. */
  loadWhole(row: VariableRow): Promise<string>;
  readonly drafts: VariableDraftStore;
  /** Default `true`. */
  readonly isEditable?: boolean;
  /** Absent = the page saves drafts itself. */
  readonly onSave?: SaveVariables;
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

/** Longer values, and those of several lines, are edited in the dialog. */
const INLINE_LENGTH_MAX = 400;

export function VariableTable(props: VariableTableProps) {
  const { label, variables, drafts, isEditable = true, onSave, nameFilter = '', onNameFilter, copyAll } = props;
  const texts = useTexts().variables;
  const formats = useFormats();
  const [editing, setEditing] = useState<string>();
  const [shown, setShown] = useState<VariableRow>();
  const [isAdding, setAdding] = useState(false);
  const rows = useMemo(() => draftedRows(variables.items, drafts, nameFilter), [variables.items, drafts, nameFilter]);
  const edits = useVariableEdits(drafts, onSave);

  const edit = (row: VariableRow) => {
    if (!isEditable) return;
    const text = drafts.drafts[row.name]?.text ?? row.value;
    if (row.isTruncated || text.length > INLINE_LENGTH_MAX || text.includes('\n')) setShown(row);
    else setEditing(row.name);
  };
  const endEditing = (name: string, how: 'save' | 'discard' | 'leave') => {
    setEditing(undefined);
    if (how === 'save' && name in drafts.drafts) void edits.save([name]);
    if (how === 'discard') drafts.discard([name]);
  };
  const tellWhenNotCopied = (error: unknown) =>
    notify({ kind: 'error', title: texts.copyFailed, text: error instanceof Error ? error.message : String(error) });
  const copy = async (row: VariableRow) => {
    const text = drafts.drafts[row.name]?.text ?? (row.isTruncated ? await props.loadWhole(row) : row.value);
    await navigator.clipboard.writeText(text);
  };
  const copyEverything = async (load: () => Promise<{ readonly text: string; readonly count: number }>) => {
    const { text, count } = await load();
    await navigator.clipboard.writeText(text);
    notify({ kind: 'success', title: texts.copiedAll(count), text: formats.bytes(text.length) });
  };

  const columns: readonly Column<DraftedRow>[] = [
    {
      id: 'name',
      title: texts.name,
      width: 'minmax(6rem, 1fr)',
      cell: (row) => <code title={row.name}>{row.name}</code>,
    },
    {
      id: 'value',
      title: texts.value,
      width: 'minmax(6rem, 2.5fr)',
      cell: (row) =>
        editing === row.name ? (
          <VariableInput
            label={texts.editorLabel(row.name)}
            text={row.draft?.text ?? row.value}
            onChange={(text) => edits.change(row, text)}
            onEnd={(how) => endEditing(row.name, how)}
          />
        ) : (
          <VariableValue row={row} isInvalid={edits.problems.has(row.name)} />
        ),
    },
    {
      id: 'actions',
      title: texts.actions,
      width: isEditable ? '9.5rem' : '6rem',
      align: 'end',
      cell: (row) => (
        <VariableActions
          row={row}
          isEditable={isEditable}
          isInvalid={edits.problems.has(row.name)}
          isSaving={edits.isSaving}
          onSave={onSave === undefined ? undefined : () => void edits.save([row.name])}
          onChange={(text) => edits.change(row, text)}
          onDiscard={() => drafts.discard([row.name])}
          onEdit={() => edit(row)}
          onCopy={() => void copy(row).catch(tellWhenNotCopied)}
          onShow={() => setShown(row)}
        />
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
          <Button
            kind="ghost"
            size="sm"
            renderIcon={Copy}
            onClick={() => void copyEverything(copyAll).catch(tellWhenNotCopied)}
          >
            {texts.copyAll}
          </Button>
        )}
        {isEditable && (
          <Button kind="ghost" size="sm" renderIcon={Add} onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        )}
      </div>
      <VariableDraftsBar
        drafts={drafts}
        edits={edits}
        canSave={isEditable && onSave !== undefined}
        afterSave={props.afterSave}
      />
      <DataTable
        label={label}
        columns={columns}
        rows={{ ...variables, items: rows }}
        rowId={(row) => row.variableKey}
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
          isSaving={edits.isSaving}
          loadWhole={props.loadWhole}
          onChange={(text, base) => edits.change(shown, text, base)}
          onSave={() => void edits.save([shown.name]).then((isSaved) => isSaved && setShown(undefined))}
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
            edits.add({ name, text, isLocal });
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
