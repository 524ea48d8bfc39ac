import { joinJsonObject, type Key, NO_KEY } from '@waggle/protocol';
import type { Processing } from '../processing.ts';

/** JSON text of a variable as seen from a scope: the nearest one wins. */
export function visibleVariable(processing: Processing, scopeKey: Key, name: string): string | undefined {
  for (let key = scopeKey; key !== NO_KEY; key = parentOf(processing, key)) {
    const variable = processing.state.variables.get(key, name);
    if (variable !== undefined) return variable.value;
  }
  return undefined;
}

/** All variables seen from a scope, nearest first. */
export function visibleVariables(processing: Processing, scopeKey: Key): ReadonlyMap<string, string> {
  const visible = new Map<string, string>();
  for (let key = scopeKey; key !== NO_KEY; key = parentOf(processing, key)) {
    processing.state.variables.forEach(key, (name, { value }) => {
      if (!visible.has(name)) visible.set(name, value);
    });
  }
  return visible;
}

/** The variables of exactly one scope. */
export function localVariables(processing: Processing, scopeKey: Key): ReadonlyMap<string, string> {
  const local = new Map<string, string>();
  processing.state.variables.forEach(scopeKey, (name, { value }) => {
    local.set(name, value);
  });
  return local;
}

/** JSON object text of the variables seen from a scope; only `names`, unless empty. Missing ones are left out. */
export function visibleDocument(processing: Processing, scopeKey: Key, names: readonly string[]): string {
  if (names.length === 0) return joinJsonObject(visibleVariables(processing, scopeKey));
  const found: [string, string][] = [];
  for (const name of new Set(names)) {
    const value = visibleVariable(processing, scopeKey, name);
    if (value !== undefined) found.push([name, value]);
  }
  return joinJsonObject(found);
}

function parentOf(processing: Processing, scopeKey: Key): Key {
  return processing.state.elementInstances.get(scopeKey)?.value.flowScopeKey ?? NO_KEY;
}
