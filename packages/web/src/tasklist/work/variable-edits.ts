/** A variable that is changed or added, as it was typed. */
export interface VariableEdit {
  readonly id: string;
  readonly name: string;
  /** JSON, once it is right. */
  readonly text: string;
  readonly isNew: boolean;
}

/** What is wrong with which edit, by its id. */
export function wrongEdits(edits: readonly VariableEdit[]): ReadonlyMap<string, 'name' | 'value'> {
  const wrong = new Map<string, 'name' | 'value'>();
  const names = new Set<string>();
  for (const { id, name, text } of edits) {
    const trimmed = name.trim();
    if (trimmed === '' || names.has(trimmed)) wrong.set(id, 'name');
    else if (!isJson(text)) wrong.set(id, 'value');
    names.add(trimmed);
  }
  return wrong;
}

/** @throws an edit is wrong. */
export function variablesOfEdits(edits: readonly VariableEdit[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(edits.map(({ name, text }) => [name.trim(), JSON.parse(text) as unknown]));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
