import { markdownTable } from './markdown-table.ts';
import { isMet, type Measurement, medianSample, type Sample, type Target } from './measurement.ts';
import type { Scale } from './scale.ts';

type Column = readonly [heading: string, cell: (measurement: Measurement, sample: Sample) => string];

const fieldNames = { value: '', cpuUs: 'CPU ', p50Ms: 'p50 ', p99Ms: 'p99 ' } as const;

/** The results as one Markdown table, medians of the repetitions. */
export function tableText(measurements: readonly Measurement[], { judgesTargets }: Scale): string {
  const columns: readonly Column[] = [
    ['what', ({ label }) => label],
    ['median', (_, { value }) => short(value)],
    ['unit', ({ unit }) => unit],
    ['lowest–highest', ({ samples }) => spread(samples)],
    ['CPU µs', (_, { cpuUs }) => short(cpuUs)],
    ['client CPU µs', (_, { clientCpuUs }) => short(clientCpuUs)],
    ['p50 ms', (_, { p50Ms }) => short(p50Ms)],
    ['p99 ms', (_, { p99Ms }) => short(p99Ms)],
    ['RSS MB', (_, { rssMb }) => short(rssMb)],
    ['of the raw limit', (measurement, sample) => shareOfLimit(measurement, sample, measurements)],
    [
      'target',
      ({ targets = [] }, sample) => targets.map((target) => targetText(target, sample, judgesTargets)).join('; '),
    ],
    ['foreign cores', (_, { foreignCores }) => short(foreignCores)],
    ['note', ({ note = '' }) => note],
  ];
  const rows = measurements.map((measurement) => {
    const sample = medianSample(measurement.samples);
    return columns.map(([, cell]) => cell(measurement, sample));
  });
  return markdownTable(
    columns.map(([heading]) => heading),
    rows,
  );
}

/** Three digits that count; more would be noise. */
function short(value: number | undefined): string {
  if (value === undefined) return '';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(2 + Number(Math.abs(value) >= 10))));
}

function spread(samples: readonly Sample[]): string {
  if (samples.length < 2) return '';
  const values = samples.map(({ value }) => value);
  return `${short(Math.min(...values))}–${short(Math.max(...values))}`;
}

function shareOfLimit({ limit }: Measurement, { value }: Sample, measurements: readonly Measurement[]): string {
  const raw = measurements.find(({ id }) => id === limit?.id);
  if (limit === undefined || raw === undefined) return '';
  const share = (value * limit.operationsPerUnit) / medianSample(raw.samples).value;
  return `${Math.round(share * 100)} % (${short(limit.operationsPerUnit)} a unit)`;
}

function targetText(target: Target, sample: Sample, isJudged: boolean): string {
  const bound = target.atLeast === undefined ? `≤ ${short(target.atMost)}` : `≥ ${short(target.atLeast)}`;
  const verdict = isMet(target, sample) ? ' met' : ' MISSED';
  return `${fieldNames[target.field]}${bound}${isJudged ? verdict : ''}`;
}
