import { descendants, type Report } from '@waggle/xml';
import type { DmnModel } from '../model/dmn-model.ts';
import { circularElements } from './circular-elements.ts';
import type { Rule } from './rule.ts';

/** What holds for a document as a whole. One without decisions is none to complain of: others may import it. */
export const modelRules: readonly Rule<DmnModel>[] = [
  { id: 'root-definitions', check: checkRoot },
  { id: 'definitions-name-required', check: checkName },
  { id: 'id-unique', check: checkIds },
  { id: 'requirements-acyclic', check: checkCircles },
];

function checkRoot({ root }: DmnModel, report: Report): void {
  if (root.name === 'dmn:definitions') return;
  report(
    root,
    "Expected the root element to be 'definitions' of a DMN namespace (1.1 to 1.5, such as https://www.omg.org/spec/DMN/20191111/MODEL/); this is no DMN document.",
  );
}

function checkName({ root }: DmnModel, report: Report): void {
  if (root.name === 'dmn:definitions' && !root.attributes.get('name')) {
    report(root, 'Expected the definitions to have a name, but they have none.');
  }
}

/** Told once for each id, at its second use. Diagram interchange is not looked at. */
function checkIds({ root }: DmnModel, report: Report): void {
  const uses = new Map<string, number>();
  for (const element of descendants(root)) {
    const id = element.attributes.get('id');
    if (id === undefined || !element.name.startsWith('dmn:')) continue;
    const use = (uses.get(id) ?? 0) + 1;
    uses.set(id, use);
    if (use === 2) report(element, `Expected every id to be used once, but '${id}' is used by several elements.`);
  }
}

function checkCircles(model: DmnModel, report: Report): void {
  for (const { id, kind, xml } of circularElements(model)) {
    const what = kind === 'decision' ? 'decisions' : 'BKMs';
    report(
      xml,
      `Cyclic dependencies between ${what} detected: '${id}' is part of a circle of requirements, so it can not be evaluated.`,
    );
  }
}
