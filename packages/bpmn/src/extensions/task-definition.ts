import type { Report } from '../finding-collector.ts';
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { JobDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { childrenNamed, extensionsNamed, type XmlElement } from '../xml/xml-element.ts';

/** Camunda's default; in the model as text like any other value of the attribute. */
const defaultRetries = '3';

/** Keys the engine itself adds to jobs begin like this. */
const reservedHeaderPrefix = 'io.camunda.zeebe:';

export function readJob(element: XmlElement): JobDefinition | undefined {
  const definition = extensionsNamed(element, 'zeebe:taskDefinition')[0];
  if (definition === undefined) return undefined;
  return {
    type: expressionSource(definition.attributes.get('type') ?? ''),
    retries: expressionSource(definition.attributes.get('retries') ?? defaultRetries),
    headers: readHeaders(element),
    priority: undefined,
    linkedResources: [],
  };
}

/** Headers without key or value are left out, as editors write empty rows. */
function readHeaders(element: XmlElement): Record<string, string> {
  const headers = extensionsNamed(element, 'zeebe:taskHeaders').flatMap(headersOf);
  return Object.fromEntries(headers.filter(([key, value]) => key !== '' && value !== ''));
}

function headersOf(taskHeaders: XmlElement): [key: string, value: string][] {
  return childrenNamed(taskHeaders, 'zeebe:header').map((header) => [
    header.attributes.get('key') ?? '',
    header.attributes.get('value') ?? '',
  ]);
}

export const taskDefinitionRules: readonly Rule<XmlElement>[] = [
  { id: 'task-definition-type-required', check: checkType },
  { id: 'task-definition-retries-number', check: checkRetries },
];

export const taskHeadersRules: readonly Rule<XmlElement>[] = [
  { id: 'task-header-not-reserved', check: checkReserved },
  { id: 'task-header-unique', check: checkUnique },
];

function checkType(definition: XmlElement, report: Report): void {
  if (!definition.attributes.get('type')?.trim()) {
    report(definition, 'Expected the job type to be present and not empty; set type.');
  }
}

function checkRetries(definition: XmlElement, report: Report): void {
  const retries = definition.attributes.get('retries');
  if (retries !== undefined && !isExpression(retries) && !/^-?\d+$/.test(retries)) {
    report(definition, `Expected retries to be a whole number or an expression, but it is '${retries}'.`);
  }
}

function checkReserved(taskHeaders: XmlElement, report: Report): void {
  for (const [key] of headersOf(taskHeaders)) {
    if (key.startsWith(reservedHeaderPrefix)) {
      report(taskHeaders, `Expected no header key that begins with '${reservedHeaderPrefix}', but found '${key}'.`);
    }
  }
}

function checkUnique(taskHeaders: XmlElement, report: Report): void {
  const byKey = Map.groupBy(headersOf(taskHeaders), ([key]) => key);
  for (const [key, headers] of byKey) {
    if (key !== '' && headers.length > 1)
      report(taskHeaders, `Expected one header for each key, but '${key}' has more.`);
  }
}
