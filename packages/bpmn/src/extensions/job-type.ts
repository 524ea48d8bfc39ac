import type { Report, XmlElement } from '@waggle/xml';
/** The attributes `type` and `retries` of task definitions and listeners, which are jobs alike. */
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { JobDefinition } from '../model.ts';

/** Camunda's default; in the model as text like any other value of the attribute. */
const defaultRetries = '3';

export function readJobType(definition: XmlElement): Pick<JobDefinition, 'type' | 'retries'> {
  return {
    type: expressionSource(definition.attributes.get('type') ?? ''),
    retries: expressionSource(definition.attributes.get('retries') ?? defaultRetries),
  };
}

export function checkType(definition: XmlElement, report: Report): void {
  if (!definition.attributes.get('type')?.trim()) {
    report(definition, "Attribute 'type' must be present and not empty. It is the type of the jobs.");
  }
}

export function checkRetries(definition: XmlElement, report: Report): void {
  const retries = definition.attributes.get('retries');
  if (retries !== undefined && !isExpression(retries) && !/^-?\d+$/.test(retries)) {
    report(definition, `Expected retries to be a whole number or an expression, but it is '${retries}'.`);
  }
}
