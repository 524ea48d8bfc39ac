import type { Report } from '../finding-collector.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Two jobs of one type at one moment could not be told apart. */
export function checkDistinctListeners(listeners: readonly XmlElement[], report: Report): void {
  const seen = new Set<string>();
  for (const listener of listeners) {
    const eventType = listener.attributes.get('eventType') ?? '';
    const type = listener.attributes.get('type') ?? '';
    const key = JSON.stringify([eventType, type]);
    if (seen.has(key)) {
      report(
        listener,
        `Expected one listener for each eventType and type, but there are several for '${eventType}' and '${type}'.`,
      );
    }
    seen.add(key);
  }
}
