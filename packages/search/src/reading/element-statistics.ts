import type { ResultRow } from './result-json.ts';

/** @param rows of an element's id and the four counts in the order of the members. */
export function elementStatisticsJson(rows: readonly ResultRow[]): string {
  const items = rows.map(([elementId, active, canceled, incidents, completed]) =>
    JSON.stringify({
      elementId,
      active: Number(active),
      canceled: Number(canceled),
      incidents: Number(incidents),
      completed: Number(completed),
    }),
  );
  return `{"items":[${items.join()}]}`;
}
