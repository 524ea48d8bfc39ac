import { useMemo, useState } from 'react';
import { type JsonProblem, scanJson } from '../json/scan-json.ts';
import type { VariableDraftStore } from './variable-drafts.ts';
import type { VariableRow } from './variable-row.ts';

export interface VariableChange {
  readonly name: string;
  /** JSON. */
  readonly text: string;
  readonly isLocal: boolean;
}

/** Saves changes of variables. Throws when they were not saved. */
export type SaveVariables = (changes: readonly VariableChange[]) => Promise<void>;

export interface VariableEdits {
  /** Why drafts are no JSON, by name. */
  readonly problems: ReadonlyMap<string, JsonProblem>;
  readonly isSaving: boolean;
  /** @param base what the value is compared with; default: what it was when it was changed first. */
  change(row: VariableRow, text: string, base?: string): void;
  /** Resolves to whether they were saved; the drafts stay otherwise. */
  save(names: readonly string[]): Promise<boolean>;
  add(change: VariableChange): void;
}

/** @param onSave absent = somebody else saves the drafts. */
export function useVariableEdits(store: VariableDraftStore, onSave: SaveVariables | undefined): VariableEdits {
  const [isSaving, setSaving] = useState(false);
  const problems = useMemo(() => problemsOf(store), [store]);

  const send = async (changes: readonly VariableChange[]): Promise<boolean> => {
    if (onSave === undefined) return false;
    setSaving(true);
    try {
      await onSave(changes);
      store.discard(changes.map(({ name }) => name));
      return true;
    } catch {
      // The page that saves says what went wrong; the drafts stay.
      return false;
    } finally {
      setSaving(false);
    }
  };
  return {
    problems,
    isSaving,
    change: (row, text, base) => {
      const draft = store.drafts[row.name];
      // Of a new variable there is nothing to come back to.
      const original = draft === undefined ? row.value : draft.base;
      if (original === undefined || text !== (base ?? original)) {
        store.set(row.name, { ...(draft ?? { base: row.value }), text });
      } else if (draft !== undefined) {
        store.discard([row.name]);
      }
    },
    save: async (names) => {
      if (names.some((name) => problems.has(name))) return false;
      return send(
        names.map((name) => {
          const { text, base, isLocal } = store.drafts[name]!;
          return { name, text, isLocal: isLocal ?? base !== undefined };
        }),
      );
    },
    add: ({ name, text, isLocal }) => {
      store.set(name, { text, base: undefined, isLocal });
      void send([{ name, text, isLocal }]);
    },
  };
}

function problemsOf({ drafts, names }: VariableDraftStore): ReadonlyMap<string, JsonProblem> {
  return new Map(
    names.flatMap((name) => {
      const problem = scanJson(drafts[name]!.text);
      return problem === undefined ? [] : [[name, problem]];
    }),
  );
}
