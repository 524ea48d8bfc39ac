import { joinJsonObject, type Key, NO_KEY } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { Variable } from '../../state/engine-state.ts';
import { variableText } from '../multi-instance/collected-output.ts';

/** JSON text of a variable as seen from a scope: the nearest one wins. */
export function visibleVariable(processing: Processing, scopeKey: Key, name: string): string | undefined {
  for (let key = scopeKey; key !== NO_KEY; key = parentOf(processing, key)) {
    const variable = processing.state.variables.get(key, name);
    if (variable !== undefined) return variableText(processing, key, variable);
  }
  return undefined;
}

/** All variables seen from a scope, nearest first. */
function visibleVariables(processing: Processing, scopeKey: Key): ReadonlyMap<string, string> {
  return variablesFrom(processing, scopeKey, () => true);
}

/**
 * What a called process gets of its caller. Not the list that a loop around the caller is still collecting: the copy would
 * come back when the called process ends and overwrite what others have given meanwhile.
 */
export function inheritableVariables(processing: Processing, scopeKey: Key): ReadonlyMap<string, string> {
  return variablesFrom(processing, scopeKey, ({ isCollected }) => isCollected !== true);
}

function variablesFrom(
  processing: Processing,
  scopeKey: Key,
  isWanted: (variable: Variable) => boolean,
): ReadonlyMap<string, string> {
  const visible = new Map<string, string>();
  for (let key = scopeKey; key !== NO_KEY; key = parentOf(processing, key)) {
    processing.state.variables.forEach(key, (name, variable) => {
      if (!visible.has(name) && isWanted(variable)) visible.set(name, variableText(processing, key, variable));
    });
  }
  return visible;
}

/** The variables of exactly one scope. */
export function localVariables(processing: Processing, scopeKey: Key): ReadonlyMap<string, string> {
  const local = new Map<string, string>();
  processing.state.variables.forEach(scopeKey, (name, variable) => {
    local.set(name, variableText(processing, scopeKey, variable));
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
