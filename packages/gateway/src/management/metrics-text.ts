import type { Metric, MetricSample } from './metrics-source.ts';

/** Writes metrics in the text format of Prometheus, version 0.0.4. */
export function metricsText(metrics: readonly Metric[]): string {
  let text = '';
  for (const metric of metrics) {
    text += `# HELP ${metric.name} ${escapeHelp(metric.help)}\n# TYPE ${metric.name} ${metric.type}\n`;
    for (const sample of metric.samples) text += `${metric.name}${sampleText(sample)}\n`;
  }
  return text;
}

function sampleText({ suffix, labels, value }: MetricSample): string {
  const list = Object.entries(labels).map(([name, label]) => `${name}="${escapeLabel(String(label))}"`);
  return `${suffix ?? ''}${list.length === 0 ? '' : `{${list.join(',')}}`} ${numberText(value)}`;
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

function escapeHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeLabel(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
