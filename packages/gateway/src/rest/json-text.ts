/** Writes JSON objects whose members are already JSON text, so that variables are passed on without being read. */

/** @param members names, which need no escaping, and JSON texts. */
export function jsonObject(members: Readonly<Record<string, string>>): string {
  let text = '';
  for (const name in members) text += `${text === '' ? '' : ','}"${name}":${members[name]}`;
  return `{${text}}`;
}

export function jsonArray(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

export const jsonText = (text: string): string => JSON.stringify(text);

/** Empty text stands for no value in records. */
export const jsonTextOrNull = (text: string): string => (text === '' ? 'null' : JSON.stringify(text));

/** Keys are texts in JSON: numbers lose digits above 2^53. */
export const jsonKey = (key: bigint): string => `"${key}"`;

/** Negative keys stand for none in records. */
export const jsonKeyOrNull = (key: bigint): string => (key < 0n ? 'null' : jsonKey(key));
