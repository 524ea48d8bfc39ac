import type { ProcessReport } from './process-coverage.ts';

export function coverageTable(reports: readonly ProcessReport[]): string {
  const rows = reports.map(({ processId, items, ratio }) => [
    processId,
    share(items.filter(({ isFlow }) => !isFlow)),
    share(items.filter(({ isFlow }) => isFlow)),
    percentText(ratio),
    items
      .filter(({ count }) => count === 0)
      .map(({ id }) => id)
      .join(', '),
  ]);
  const lines = [['process', 'elements', 'flows', 'covered', 'not passed'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const percentText = (ratio: number): string => `${Math.floor(ratio * 100)} %`;

function share(items: readonly { readonly count: number }[]): string {
  return `${items.filter(({ count }) => count > 0).length}/${items.length}`;
}
