/** Results as Markdown tables, for docs/performance.md. */
import { markdownTable } from '../markdown-table.ts';
import type { ActionResult } from './measure-actions.ts';
import type { VisitResult } from './measure-visits.ts';

const USABLE_MAX_MS = 1_000;
const REQUEST_MAX_MS = 200;
const ACTION_MAX_MS = 200;
/** Two of sixty a second: what nobody sees. */
const FRAME_MAX_MS = 34;

export function visitTable(results: readonly VisitResult[]): string {
  return markdownTable(
    [
      'page',
      'usable, p50 ms',
      'p95 ms',
      `target ≤ ${USABLE_MAX_MS}`,
      'frames in use, p95 ms',
      `target ≤ ${FRAME_MAX_MS}`,
    ],
    results.map(({ name, usableMs, frameMs }) => [
      name,
      short(share(usableMs, 0.5)),
      short(share(usableMs, 0.95)),
      verdict(share(usableMs, 0.5), USABLE_MAX_MS),
      ...(frameMs.length === 0 ? ['', ''] : [short(share(frameMs, 0.95)), verdict(share(frameMs, 0.95), FRAME_MAX_MS)]),
    ]),
  );
}

/** Requests of all visits by what is asked; the slowest kind first. */
export function requestTable(results: readonly VisitResult[]): string {
  const requests = results.flatMap((visit) => visit.requests.map((request) => ({ ...request, visit: visit.name })));
  const kinds = [...Map.groupBy(requests, ({ name }) => name)].map(([name, all]) => {
    const times = all.map(({ ms }) => ms);
    const slowest = all.reduce((a, b) => (b.ms > a.ms ? b : a));
    return { name, count: all.length, p50: share(times, 0.5), p95: share(times, 0.95), slowest };
  });
  return markdownTable(
    ['request', 'count', 'p50 ms', 'p95 ms', `target ≤ ${REQUEST_MAX_MS}`, 'slowest ms', 'of'],
    kinds
      .toSorted((a, b) => b.p95 - a.p95)
      .map(({ name, count, p50, p95, slowest }) => [
        `\`${name}\``,
        String(count),
        short(p50),
        short(p95),
        verdict(p95, REQUEST_MAX_MS),
        short(slowest.ms),
        slowest.visit,
      ]),
  );
}

export function actionTable(results: readonly ActionResult[]): string {
  return markdownTable(
    ['action', 'result shown after, p50 ms', 'p95 ms', `target ≤ ${ACTION_MAX_MS}`],
    results.map(({ name, ms }) => [
      name,
      short(share(ms, 0.5)),
      short(share(ms, 0.95)),
      verdict(share(ms, 0.5), ACTION_MAX_MS),
    ]),
  );
}

function share(times: readonly number[], of: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Number.NaN;
}

function verdict(ms: number, maxMs: number): string {
  return ms <= maxMs ? 'met' : 'MISSED';
}

function short(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en-US');
}
