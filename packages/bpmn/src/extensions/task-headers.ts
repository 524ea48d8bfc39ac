import { childrenNamed, type Report, type XmlElement } from '@waggle/xml';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';

/** Keys the engine itself adds to jobs begin like this. */
const reservedHeaderPrefix = 'io.camunda.zeebe:';

/** `zeebe:taskHeaders` of an element. Headers without key or value are left out, as editors write empty rows. */
export function readHeaders(element: XmlElement): Record<string, string> {
  return toHeaders(extensionsNamed(element, 'zeebe:taskHeaders'));
}

/** A listener's own headers over those of its element. */
export function readListenerHeaders(element: XmlElement, listener: XmlElement): Record<string, string> {
  return toHeaders([...extensionsNamed(element, 'zeebe:taskHeaders'), ...childrenNamed(listener, 'zeebe:taskHeaders')]);
}

function toHeaders(taskHeaders: readonly XmlElement[]): Record<string, string> {
  const headers = taskHeaders.flatMap(headersOf);
  return Object.fromEntries(headers.filter(([key, value]) => key !== '' && value !== ''));
}

function headersOf(taskHeaders: XmlElement): [key: string, value: string][] {
  return childrenNamed(taskHeaders, 'zeebe:header').map((header) => [
    header.attributes.get('key') ?? '',
    header.attributes.get('value') ?? '',
  ]);
}

export const taskHeadersRules: readonly Rule<XmlElement>[] = [
  { id: 'task-header-not-reserved', check: checkReserved },
  { id: 'task-header-unique', check: checkUnique },
];

function checkReserved(taskHeaders: XmlElement, report: Report): void {
  for (const [key] of headersOf(taskHeaders)) {
    if (key.startsWith(reservedHeaderPrefix)) {
      report(taskHeaders, `Expected no header key that begins with '${reservedHeaderPrefix}', but found '${key}'.`);
    }
  }
}

function checkUnique(taskHeaders: XmlElement, report: Report): void {
  const byKey = Map.groupBy(headersOf(taskHeaders), ([key]) => key);
  for (const [key, headers] of byKey) {
    if (key !== '' && headers.length > 1)
      report(taskHeaders, `Expected one header for each key, but '${key}' has more.`);
  }
}
