/** What the page needs to know of a model beside its picture, read from its XML. */

export interface IoMapping {
  readonly kind: 'input' | 'output';
  /** Expression or value as the model has it. */
  readonly source: string;
  readonly target: string;
}

export interface ModelElement {
  readonly id: string;
  /** The XML element's name without prefix: `serviceTask`. */
  readonly type: string;
  readonly name: string | undefined;
  /** Id of the sub-process it lies in; `undefined` = in the process. */
  readonly parentId: string | undefined;
  readonly mappings: readonly IoMapping[];
  /** Of a sequence flow: ids of where it comes from and leads to. */
  readonly ends?: { readonly sourceId: string; readonly targetId: string };
}

export interface ProcessModel {
  readonly elements: ReadonlyMap<string, ModelElement>;
  /** Ids of the sub-processes around an element, the outermost first. */
  ancestorsOf(elementId: string): readonly string[];
  /** Whether it is drawn as a shape: something to select on the diagram. */
  isShape(elementId: string): boolean;
}

const SCOPES = ['subProcess', 'adHocSubProcess', 'transaction'];

/** A text that is no XML gives a model without elements: the diagram says what is wrong with it. */
export function readProcessModel(xml: string): ProcessModel {
  const elements = new Map<string, ModelElement>();
  const collect = (parent: Element, parentId: string | undefined) => {
    for (const child of parent.children) {
      const id = child.getAttribute('id');
      if (id === null || child.localName === 'extensionElements') continue;
      elements.set(id, {
        id,
        type: child.localName,
        name: child.getAttribute('name') ?? undefined,
        parentId,
        mappings: mappingsOf(child),
        ...(child.localName === 'sequenceFlow'
          ? {
              ends: {
                sourceId: child.getAttribute('sourceRef') ?? '',
                targetId: child.getAttribute('targetRef') ?? '',
              },
            }
          : {}),
      });
      if (SCOPES.includes(child.localName)) collect(child, id);
    }
  };
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  for (const process of document.getElementsByTagNameNS('*', 'process')) {
    const id = process.getAttribute('id');
    if (id !== null) {
      const name = process.getAttribute('name') ?? undefined;
      elements.set(id, { id, type: 'process', name, parentId: undefined, mappings: [] });
    }
    collect(process, undefined);
  }
  return {
    elements,
    ancestorsOf: (elementId) => {
      const ancestors: string[] = [];
      let parentId = elements.get(elementId)?.parentId;
      while (parentId !== undefined) {
        ancestors.unshift(parentId);
        parentId = elements.get(parentId)?.parentId;
      }
      return ancestors;
    },
    isShape: (elementId) => elements.has(elementId) && elements.get(elementId)?.type !== 'sequenceFlow',
  };
}

function mappingsOf(element: Element): readonly IoMapping[] {
  const extensions = [...element.children].find(({ localName }) => localName === 'extensionElements');
  const io = [...(extensions?.children ?? [])].find(({ localName }) => localName === 'ioMapping');
  return [...(io?.children ?? [])].flatMap((mapping) => {
    const kind = mapping.localName;
    if (kind !== 'input' && kind !== 'output') return [];
    return [{ kind, source: mapping.getAttribute('source') ?? '', target: mapping.getAttribute('target') ?? '' }];
  });
}
