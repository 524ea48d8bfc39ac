import { childNamed, childrenNamed, defaultXmlLimits, FindingCollector, type XmlElement } from '@waggle/xml';
import type { DmnModel, DrgElement, DrgElementKind } from './dmn-model.ts';
import { nameOf } from './name.ts';

const kinds: Readonly<Record<string, DrgElementKind>> = {
  'dmn:decision': 'decision',
  'dmn:inputData': 'inputData',
  'dmn:businessKnowledgeModel': 'businessKnowledgeModel',
  'dmn:decisionService': 'decisionService',
};

/** Reads what is at the top of a document; its imports are added by who reads those. */
export function readModel(xml: string, root: XmlElement): DmnModel {
  const elements: DrgElement[] = [];
  const elementsById = new Map<string, DrgElement>();
  const model: DmnModel = {
    xml,
    root,
    namespace: root.attributes.get('namespace') ?? '',
    imports: [],
    elements,
    elementsById,
    itemDefinitions: new Map(
      childrenNamed(root, 'dmn:itemDefinition').map((definition) => [nameOf(definition), definition]),
    ),
    findings: new FindingCollector(defaultXmlLimits.maxFindings),
  };
  for (const child of root.children) {
    const kind = kinds[child.name];
    if (kind === undefined) continue;
    const element = readElement(kind, child, model);
    elements.push(element);
    elementsById.set(element.id, element);
  }
  return model;
}

function readElement(kind: DrgElementKind, xml: XmlElement, model: DmnModel): DrgElement {
  const variable = childNamed(xml, 'dmn:variable');
  const name = nameOf(xml);
  // Only a reader by name, such as a conformance run, gets to a decision without an id.
  const id = xml.attributes.get('id') ?? name;
  return {
    kind,
    id,
    name,
    // Camunda's engine falls back to the id of a decision; all others have a name that the standard wants used.
    variableName: nameOf(variable) || (kind === 'decision' && xml.attributes.get('id')) || name,
    typeRef: variable?.attributes.get('typeRef'),
    xml,
    model,
  };
}
