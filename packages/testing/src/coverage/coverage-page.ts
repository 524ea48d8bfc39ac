/** One page that needs nothing else: a diagram for each model, or its items as a list when it was never drawn. */
import { type Diagram, readDiagram } from '@waggle/bpmn';
import { percentText } from './coverage-table.ts';
import { diagramSvg } from './diagram-svg.ts';
import { escapeHtml } from './escape-html.ts';
import type { ProcessReport } from './process-coverage.ts';

const STYLE = `
body { font: 14px system-ui, sans-serif; margin: 2rem; color: #161616; background: #fff; }
h2 { margin: 2rem 0 0.25rem; font-size: 1.1rem; }
p { margin: 0 0 0.75rem; color: #525252; }
svg { max-width: 100%; height: auto; border: 1px solid #e0e0e0; }
.shape { fill: #fff; stroke: #6f6f6f; stroke-width: 1.5; }
.flow { fill: none; stroke: #a8a8a8; stroke-width: 1.5; }
.scope { fill: none; }
.passed.shape { fill: #defbe6; stroke: #198038; }
.passed.scope { fill: none; }
.passed.flow { stroke: #198038; stroke-width: 2.5; }
text { font: 11px system-ui, sans-serif; fill: #161616; }
.sign { font-size: 24px; }
.count { fill: #198038; font-weight: 600; }
li.passed { color: #198038; }`;

export function coveragePage(reports: readonly ProcessReport[]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Process coverage</title><style>${STYLE}</style></head>
<body>
<h1>Process coverage</h1>
${reports.map(section).join('\n')}
</body>
</html>
`;
}

function section(report: ProcessReport): string {
  const { processId, items, ratio, xml } = report;
  const passed = items.filter(({ count }) => count > 0).length;
  const diagram = readDiagram(xml);
  return `<h2>${escapeHtml(processId)}</h2>
<p>${percentText(ratio)}: ${passed} of ${items.length} elements and flows were passed.</p>
${isDrawn(diagram) ? diagramSvg(diagram, items) : itemList(report)}`;
}

const isDrawn = (diagram: Diagram): boolean => diagram.shapes.length > 0;

function itemList({ items }: ProcessReport): string {
  const lines = items.map(({ id, name, count }) => {
    const label = name === '' ? id : `${name} (${id})`;
    return `<li class="${count > 0 ? 'passed' : ''}">${escapeHtml(label)}: ${count}</li>`;
  });
  return `<ul>\n${lines.join('\n')}\n</ul>`;
}
