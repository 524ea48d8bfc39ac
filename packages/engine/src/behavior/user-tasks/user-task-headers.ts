/** Attributes of a user task in the headers of a job, under the reserved names that clients of Camunda read. */

const RESERVED = 'io.camunda.zeebe:';

/** Lists are JSON text; what is empty is left out. */
export function userTaskHeaders(
  attributes: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value.length > 0) headers[RESERVED + name] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return headers;
}

/** The headers that are the model's own. */
export function ownHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(RESERVED)));
}

/** Empty when there is no such header. */
export function textHeader(headers: Readonly<Record<string, string>>, name: string): string {
  return headers[RESERVED + name] ?? '';
}

export function listHeader(headers: Readonly<Record<string, string>>, name: string): readonly string[] {
  const text = textHeader(headers, name);
  return text === '' ? [] : (JSON.parse(text) as string[]);
}
