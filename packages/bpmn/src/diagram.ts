import { childNamed, descendants, localName, parseXml, type XmlElement } from '@waggle/xml';
/** Where a document's diagram draws its elements; nothing of it matters to execution. */
import { bpmnNamespaces } from './namespaces.ts';

export interface Diagram {
  readonly shapes: readonly DiagramShape[];
  readonly edges: readonly DiagramEdge[];
}

/** A box around an element, in the diagram's units. */
export interface DiagramShape {
  readonly elementId: string;
  /** Name of the element's XML element, `serviceTask`; empty when the document has no such element. */
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A sub-process or pool whose content is drawn inside. */
  readonly isExpanded: boolean;
}

export interface DiagramEdge {
  readonly elementId: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Kinds that hold others. */
const CONTAINERS: ReadonlySet<string> = new Set(['participant', 'lane', 'group']);
const SUB_PROCESSES: ReadonlySet<string> = new Set(['subProcess', 'adHocSubProcess', 'transaction']);

/** @returns an empty diagram for a document without one, or that is no XML. */
export function readDiagram(xml: string): Diagram {
  const parsed = parseXml(xml, bpmnNamespaces);
  if (!parsed.ok) return { shapes: [], edges: [] };
  const all = descendants(parsed.root);
  const kinds = new Map(all.map((element) => [element.attributes.get('id') ?? '', localName(element)]));
  return {
    shapes: all.filter((each) => localName(each) === 'BPMNShape').flatMap((each) => shapeOf(each, kinds)),
    edges: all.filter((each) => localName(each) === 'BPMNEdge').map(edgeOf),
  };
}

function shapeOf(element: XmlElement, kinds: ReadonlyMap<string, string>): readonly DiagramShape[] {
  const bounds = childNamed(element, 'other:Bounds');
  if (bounds === undefined) return [];
  const elementId = element.attributes.get('bpmnElement') ?? '';
  const kind = kinds.get(elementId) ?? '';
  const isExpanded =
    CONTAINERS.has(kind) || (SUB_PROCESSES.has(kind) && element.attributes.get('isExpanded') !== 'false');
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(bounds, name));
  return [{ elementId, kind, x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0, isExpanded }];
}

function edgeOf(element: XmlElement): DiagramEdge {
  const points = element.children
    .filter((child) => localName(child) === 'waypoint')
    .map((point) => [number(point, 'x'), number(point, 'y')] as const);
  return { elementId: element.attributes.get('bpmnElement') ?? '', points };
}

function number(element: XmlElement, name: string): number {
  const value = Number(element.attributes.get(name));
  return Number.isFinite(value) ? value : 0;
}
