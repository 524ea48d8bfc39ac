import { childNamed, localName, type Report, type XmlElement } from '@waggle/xml';
import { isExpression } from '../expressions/is-expression.ts';
import type { DmnModel, DrgElement, DrgElementKind } from '../model/dmn-model.ts';
import {
  type Requirement,
  requirementsOf,
  type ServiceReferenceTag,
  serviceReferences,
} from '../model/requirements.ts';
import { functionKind } from './function-kind.ts';
import type { Rule } from './rule.ts';

const nodeRules: readonly Rule<DrgElement>[] = [
  { id: 'name-required', check: checkName },
  { id: 'requirement-resolved', check: checkRequirements },
];

/** What deployment checks of the elements of a graph, beyond the logic in them. */
export const elementRules: Readonly<Record<DrgElementKind, readonly Rule<DrgElement>[]>> = {
  decision: [
    { id: 'decision-id-required', check: checkId },
    ...nodeRules,
    { id: 'logic-known', check: ({ xml }, report) => checkLogic(xml, 'a decision', report) },
  ],
  inputData: nodeRules,
  businessKnowledgeModel: [
    ...nodeRules,
    { id: 'logic-known', check: inDefinition((xml, report) => checkLogic(xml, 'a business knowledge model', report)) },
    { id: functionKind.id, check: inDefinition(functionKind.check) },
  ],
  decisionService: [
    ...nodeRules,
    { id: 'service-reference-resolved', check: checkService },
    { id: 'service-output-required', check: checkOutput },
  ],
};

function checkId({ id, xml }: DrgElement, report: Report): void {
  if (id === '') report(xml, 'Expected every decision to have an id, but this one has none.');
}

function checkName({ name, xml }: DrgElement, report: Report): void {
  if (name === '') report(xml, `Expected every ${localName(xml)} to have a name, but this one has none.`);
}

function checkRequirements(element: DrgElement, report: Report): void {
  for (const { xml, href, target } of requirementsOf(element)) {
    if (target === undefined) report(xml, danglingMessage(href, element.model));
    else if (!allowedTargets[xml.name]?.includes(target.kind)) {
      report(
        xml,
        `Expected '${localName(xml)}' to lead to ${targetName[xml.name]}, but '${href}' is a ${target.kind}.`,
      );
    }
  }
}

const allowedTargets: Readonly<Record<string, readonly DrgElementKind[]>> = {
  'dmn:requiredDecision': ['decision'],
  'dmn:requiredInput': ['inputData'],
  'dmn:requiredKnowledge': ['businessKnowledgeModel', 'decisionService'],
};

const targetName: Readonly<Record<string, string>> = {
  'dmn:requiredDecision': 'a decision',
  'dmn:requiredInput': 'input data',
  'dmn:requiredKnowledge': 'a business knowledge model or a decision service',
};

function danglingMessage(href: string, { namespace, imports }: DmnModel): string {
  const expected = `Expected the reference '${href}' to lead to an element`;
  const other = href.slice(0, Math.max(href.lastIndexOf('#'), 0));
  const isHere = other === '' || other === namespace || imports.some(({ model }) => model.namespace === other);
  return isHere
    ? `${expected} of this document or of one that it imports, but there is none.`
    : `${expected}, but there is no document with the namespace '${other}': copy into this file what it needs of another, since decisions of one file can not use those of another.`;
}

function inDefinition(check: Rule<XmlElement>['check']): Rule<DrgElement>['check'] {
  return ({ xml }, report) => {
    const definition = childNamed(xml, 'dmn:encapsulatedLogic');
    if (definition !== undefined) check(definition, report);
  };
}

/** Not logic, although it stands where logic does. */
const otherChildren: ReadonlySet<string> = new Set(
  'description extensionElements question allowedAnswers variable informationRequirement knowledgeRequirement authorityRequirement supportedObjective impactedPerformanceIndicator decisionMaker decisionOwner usingProcess usingTask formalParameter'
    .split(' ')
    .map((name) => `dmn:${name}`),
);

/** Elements of the standard only: those of editors are not looked at. */
function checkLogic(xml: XmlElement, what: string, report: Report): void {
  if (xml.children.some(isExpression)) return;
  const found = xml.children.find(({ name }) => name.startsWith('dmn:') && !otherChildren.has(name));
  if (found === undefined) return;
  report(
    xml,
    `Expected the logic of ${what} to be an expression, such as decisionTable or literalExpression, but found '${localName(found)}'.`,
  );
}

const serviceTags: readonly ServiceReferenceTag[] = [
  'outputDecision',
  'encapsulatedDecision',
  'inputDecision',
  'inputData',
];

function checkService(service: DrgElement, report: Report): void {
  const references = serviceTags.flatMap((tag): readonly Requirement[] => serviceReferences(service, tag));
  for (const { xml, href, target } of references) {
    const expected = xml.name === 'dmn:inputData' ? 'inputData' : 'decision';
    if (target === undefined) report(xml, danglingMessage(href, service.model));
    else if (target.kind !== expected) {
      report(xml, `Expected '${localName(xml)}' to lead to a ${expected}, but '${href}' is a ${target.kind}.`);
    }
  }
}

function checkOutput(service: DrgElement, report: Report): void {
  if (serviceReferences(service, 'outputDecision').length === 0) {
    report(service.xml, 'Expected a decision service to have at least one outputDecision, but there is none.');
  }
}
