/** Data that forms take and give, as JSON has it. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Files stand in a form's data by names of this kind until they are documents. */
const FILES_PREFIX = 'files::';

/** Lays input over data: objects are merged, everything else is replaced. */
export function withInput(data: FormValues, input: FormValues): FormValues {
  const merged: Record<string, unknown> = { ...data };
  for (const [name, value] of Object.entries(input)) {
    const before = merged[name];
    merged[name] = isObject(before) && isObject(value) ? withInput(before, value) : value;
  }
  return merged;
}

/**
 * Replaces the names of files by what they became.
 * @param documents by the names that stand for them.
 */
export function withDocuments(data: FormValues, documents: ReadonlyMap<string, readonly unknown[]>): FormValues {
  return mapped(data, (name) => documents.get(name) ?? null) as FormValues;
}

/** For drafts: files cannot be kept, their names alone help nobody. */
export function withoutFiles(data: FormValues): { readonly data: FormValues; readonly hadFiles: boolean } {
  let hadFiles = false;
  const rest = mapped(data, () => {
    hadFiles = true;
    return null;
  });
  return { data: rest as FormValues, hadFiles };
}

function mapped(value: unknown, replace: (name: string) => unknown): unknown {
  if (typeof value === 'string') return value.startsWith(FILES_PREFIX) ? replace(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => mapped(item, replace));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapped(item, replace)]));
}

function isObject(value: unknown): value is FormValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
