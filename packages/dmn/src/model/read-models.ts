import { childrenNamed, parseXml, type Report, type XmlElement } from '@waggle/xml';
import { limits, xmlLimits } from '../limits.ts';
import { dmnNamespaces } from '../namespaces.ts';
import type { DmnModel } from './dmn-model.ts';
import { nameOf } from './name.ts';
import { readModel } from './read-model.ts';

export type ImportedDocument = (namespace: string, locationUri: string | undefined) => string | undefined;

/** Reads a document and, before it, those it imports. The document itself is the last of the result. */
export function readModels(xml: string, root: XmlElement, importedDocument: ImportedDocument): readonly DmnModel[] {
  const models = new Map<string, DmnModel>();
  const open: string[] = [];
  let documents = 0;

  const read = (text: string, top: XmlElement): DmnModel => {
    const model = readModel(text, top);
    open.push(model.namespace);
    for (const element of importsOf(top)) {
      const imported = find(element, model.findings.reportFor('import-resolved'));
      if (imported !== undefined) model.imports.push({ name: nameOf(element), model: imported });
    }
    open.pop();
    models.set(model.namespace, model);
    return model;
  };

  const find = (element: XmlElement, report: Report): DmnModel | undefined => {
    const namespace = element.attributes.get('namespace') ?? '';
    const known = models.get(namespace);
    if (known !== undefined) return known;
    if (open.includes(namespace)) {
      report(element, `Expected imports that lead to no circle, but '${namespace}' imports this document again.`);
      return undefined;
    }
    const text = importedDocument(namespace, element.attributes.get('locationURI'));
    // No finding yet: only what requires something of it misses it.
    if (text === undefined) return undefined;
    documents += 1;
    if (documents > limits.importedDocumentsMax) {
      report(element, `Expected at most ${limits.importedDocumentsMax} imported documents, but there are more.`);
      return undefined;
    }
    const parsed = parseXml(text, dmnNamespaces, xmlLimits);
    if (parsed.ok && parsed.root.name === 'dmn:definitions') {
      const declared = parsed.root.attributes.get('namespace') ?? '';
      if (declared === namespace) return read(text, parsed.root);
      report(element, `Expected the imported document to have the namespace '${namespace}', but it has '${declared}'.`);
      return undefined;
    }
    const reason = parsed.ok ? 'it is no DMN document' : parsed.failure.message;
    report(element, `Expected the imported document '${namespace}' to be readable, but: ${reason}`);
    return undefined;
  };

  read(xml, root);
  return [...models.values()];
}

/** Also other models can be imported (PMML, XML schema); nothing here could use them, and nothing depends on them. */
function importsOf(root: XmlElement): XmlElement[] {
  return childrenNamed(root, 'dmn:import').filter((element) => {
    const type = element.attributes.get('importType') ?? '';
    return Object.hasOwn(dmnNamespaces, type);
  });
}
