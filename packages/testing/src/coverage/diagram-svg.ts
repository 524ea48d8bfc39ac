/** Draws a model from its diagram interchange: boxes, circles, diamonds and lines, what was passed in colour. */
import type { Diagram, DiagramEdge, DiagramShape } from '@waggle/bpmn';
import { escapeHtml } from './escape-html.ts';
import type { ElementCoverage } from './process-coverage.ts';

const MARGIN = 20;
/** Room for the name of an event at the edge, which is wider than the event. */
const SIDE_MARGIN = 60;
/** Of a task's name, letters in a line and lines in the box. */
const LINE_LENGTH = 16;
const LINES_MAX = 4;
const LINE_HEIGHT = 13;

/** What tells gateways apart. */
const gatewaySigns: Readonly<Record<string, string>> = {
  exclusiveGateway: '×',
  parallelGateway: '+',
  inclusiveGateway: '○',
  eventBasedGateway: '⬠',
};

export function diagramSvg(diagram: Diagram, items: readonly ElementCoverage[]): string {
  const byId = new Map(items.map((item) => [item.id, item]));
  const points = [
    ...diagram.shapes.flatMap(({ x, y, width, height }) => [
      [x, y],
      [x + width, y + height],
    ]),
    ...diagram.edges.flatMap(({ points }) => points),
  ];
  const left = Math.min(...points.map(([x = 0]) => x)) - SIDE_MARGIN;
  const top = Math.min(...points.map(([, y = 0]) => y)) - MARGIN;
  const width = Math.max(...points.map(([x = 0]) => x)) + SIDE_MARGIN - left;
  const height = Math.max(...points.map(([, y = 0]) => y)) + 2 * MARGIN - top;
  // Large shapes first, so that what lies in a sub-process is drawn on top of it.
  const shapes = [...diagram.shapes].sort((a, b) => b.width * b.height - a.width * a.height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}">`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 8 4 0 8z" fill="#6f6f6f"/></marker></defs>',
    ...shapes.map((shape) => shapeSvg(shape, byId.get(shape.elementId))),
    ...diagram.edges.map((edge) => edgeSvg(edge, byId.get(edge.elementId))),
    '</svg>',
  ].join('\n');
}

function shapeSvg(shape: DiagramShape, item: ElementCoverage | undefined): string {
  const { x, y, width, height, kind, isExpanded } = shape;
  const state = item !== undefined && item.count > 0 ? ' passed' : '';
  const title = `<title>${escapeHtml(`${shape.elementId}: ${item?.count ?? 0}`)}</title>`;
  const classes = `shape${isExpanded || item === undefined ? ' scope' : ''}${state}`;
  const name = item?.name ?? '';
  if (/Gateway$/.test(kind)) {
    const path = `M${x + width / 2} ${y} l${width / 2} ${height / 2} -${width / 2} ${height / 2} -${width / 2} -${height / 2}z`;
    return `<g>${title}<path class="${classes}" d="${path}"/>${sign(kind, x + width / 2, y + height / 2)}${label(name, x + width / 2, y + height + LINE_HEIGHT)}</g>`;
  }
  if (/Event$/.test(kind)) {
    const [cx, cy] = [x + width / 2, y + height / 2];
    const border = kind === 'endEvent' ? ' style="stroke-width:3"' : '';
    const isBetween = kind !== 'startEvent' && kind !== 'endEvent';
    const ring = isBetween ? `<circle class="${classes}" cx="${cx}" cy="${cy}" r="${width / 2 - 3}"/>` : '';
    return `<g>${title}<circle class="${classes}" cx="${cx}" cy="${cy}" r="${width / 2}"${border}/>${ring}${label(name, cx, y + height + LINE_HEIGHT)}</g>`;
  }
  const text = isExpanded ? label(name, x + width / 2, y + LINE_HEIGHT) : boxed(name, shape);
  return `<g>${title}<rect class="${classes}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>${text}${countText(shape, item)}</g>`;
}

function countText({ x, y, width }: DiagramShape, item: ElementCoverage | undefined): string {
  if (item === undefined || item.count === 0) return '';
  return `<text class="count" x="${x + width - 4}" y="${y - 3}" text-anchor="end">${item.count}</text>`;
}

function edgeSvg({ points }: DiagramEdge, item: ElementCoverage | undefined): string {
  const state = item !== undefined && item.count > 0 ? ' passed' : '';
  const path = points.map(([x, y]) => `${x},${y}`).join(' ');
  return `<polyline class="flow${state}" points="${path}" marker-end="url(#arrow)"/>`;
}

function sign(kind: string, x: number, y: number): string {
  const text = gatewaySigns[kind];
  return text === undefined
    ? ''
    : `<text class="sign" x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central">${text}</text>`;
}

function label(text: string, x: number, y: number): string {
  if (text === '') return '';
  return `<text x="${x}" y="${y}" text-anchor="middle">${escapeHtml(text)}</text>`;
}

/** A name in the middle of its box, over several lines. */
function boxed(text: string, { x, y, width, height }: DiagramShape): string {
  const lines = wrapped(text);
  const first = y + height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4;
  return lines.map((line, index) => label(line, x + width / 2, first + index * LINE_HEIGHT)).join('');
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, LINES_MAX);
}
