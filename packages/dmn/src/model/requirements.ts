import { childrenNamed, type XmlElement } from '@waggle/xml';
import type { DmnModel, DrgElement, ModelImport } from './dmn-model.ts';

/** A reference from one element of the graph to another. */
export interface Requirement {
  /** The element with the `href`. */
  readonly xml: XmlElement;
  readonly href: string;
  /** undefined when the reference leads nowhere. */
  readonly target: DrgElement | undefined;
  /** The import by which the target is reached; undefined for the document's own. */
  readonly through: ModelImport | undefined;
}

/** What the logic of an element may use by name: data and decisions, functions. In document order. */
export function requirementsOf(element: DrgElement): readonly Requirement[] {
  return element.xml.children
    .flatMap((child) => {
      const tags = requirementTags[child.name];
      return tags === undefined ? [] : referencesIn(child, tags, element.model);
    })
    .filter(({ xml, target }) => xml.name !== 'dmn:requiredInput' || target?.kind === 'inputData');
}

/**
 * Input data that is not there is no mistake: variables have their names whether or not they are declared, and the
 * reference does not look for it.
 */
const requirementTags: Readonly<Record<string, readonly string[]>> = {
  'dmn:informationRequirement': ['dmn:requiredDecision', 'dmn:requiredInput'],
  'dmn:knowledgeRequirement': ['dmn:requiredKnowledge'],
};

export type ServiceReferenceTag = 'outputDecision' | 'encapsulatedDecision' | 'inputDecision' | 'inputData';

/** What a decision service lists under one of its tags. */
export function serviceReferences(service: DrgElement, tag: ServiceReferenceTag): readonly Requirement[] {
  return referencesIn(service.xml, [`dmn:${tag}`], service.model);
}

function referencesIn(parent: XmlElement, tags: readonly string[], model: DmnModel): Requirement[] {
  return tags
    .flatMap((tag) => childrenNamed(parent, tag))
    .map((xml) => {
      const href = xml.attributes.get('href') ?? '';
      return { xml, href, ...resolveReference(href, model) };
    });
}

/** `#id`, or `namespace#id` for one of another document (or, at length, of this one). */
function resolveReference(href: string, model: DmnModel): Pick<Requirement, 'target' | 'through'> {
  const hash = href.lastIndexOf('#');
  const id = href.slice(hash + 1);
  const namespace = hash > 0 ? href.slice(0, hash) : '';
  if (namespace === '' || namespace === model.namespace) {
    return { target: model.elementsById.get(id), through: undefined };
  }
  const through = model.imports.find((imported) => imported.model.namespace === namespace);
  return { target: through?.model.elementsById.get(id), through };
}
