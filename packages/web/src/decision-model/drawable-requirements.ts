import { type GraphEdge, layoutRequirements, type Place } from './layout-requirements.ts';

const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const DIAGRAM = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';
const COORDINATES = 'http://www.omg.org/spec/DMN/20180521/DC/';
const INTERCHANGE = 'http://www.omg.org/spec/DMN/20180521/DI/';

const nodeNames = ['decision', 'inputData', 'businessKnowledgeModel', 'knowledgeSource'];
const requirementNames = ['informationRequirement', 'knowledgeRequirement', 'authorityRequirement'];

/**
 * What the library can draw: it knows one version of DMN, and draws what has a place in a diagram only.
 * @throws the text is no XML.
 */
export function drawableRequirements(xml: string): { readonly xml: string; readonly isLaidOut: boolean } {
  const known = xml
    .replaceAll(
      /https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(MODEL|DMNDI)\//g,
      'https://www.omg.org/spec/DMN/20191111/$1/',
    )
    .replaceAll('http://www.omg.org/spec/DMN/20151101/dmn.xsd', MODEL);
  if (/<(\w+:)?DMNShape\b/.test(known)) return { xml: known, isLaidOut: false };
  const document = new DOMParser().parseFromString(known, 'application/xml');
  addDiagram(document);
  return { xml: new XMLSerializer().serializeToString(document), isLaidOut: true };
}

function addDiagram(document: Document): void {
  const nodes = [...document.documentElement.children].filter(({ localName }) => nodeNames.includes(localName));
  const requirements = nodes.flatMap((node) =>
    [...node.children]
      .filter(({ localName }) => requirementNames.includes(localName))
      .map((element) => ({ element, edge: edgeOf(element, node) })),
  );
  const places = layoutRequirements(
    nodes.map(({ id }) => ({ id })),
    requirements.map(({ edge }) => edge),
  );
  const root = append(document.documentElement, DIAGRAM, 'dmndi:DMNDI');
  const diagram = append(root, DIAGRAM, 'dmndi:DMNDiagram');
  for (const { id } of nodes) {
    const { x, y, width, height } = places.get(id)!;
    const shape = append(diagram, DIAGRAM, 'dmndi:DMNShape', { dmnElementRef: id });
    append(shape, COORDINATES, 'dc:Bounds', { x, y, width, height });
  }
  for (const [index, { element, edge }] of requirements.entries()) {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (from === undefined || to === undefined) continue;
    if (element.id === '') element.setAttribute('id', `laid-out-requirement-${index}`);
    const line = append(diagram, DIAGRAM, 'dmndi:DMNEdge', { dmnElementRef: element.id });
    for (const point of [topOf(from), bottomOf(to)]) append(line, INTERCHANGE, 'di:waypoint', point);
  }
}

/** The requirement names what it is drawn from, by its only child. */
function edgeOf(requirement: Element, node: Element): GraphEdge {
  const href = requirement.firstElementChild?.getAttribute('href') ?? '';
  return { from: href.slice(href.indexOf('#') + 1), to: node.id };
}

function topOf({ x, y, width }: Place) {
  return { x: x + width / 2, y };
}

function bottomOf({ x, y, width, height }: Place) {
  return { x: x + width / 2, y: y + height };
}

function append(
  parent: Element,
  namespace: string,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
): Element {
  const element = parent.ownerDocument.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  parent.append(element);
  return element;
}
