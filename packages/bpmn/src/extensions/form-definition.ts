import type { Report, XmlElement } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { optionalExpression } from '../model/expression-source.ts';
import type { FormDefinition } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';
import { bindingRules, readBinding } from './resource-binding.ts';

/** Of user tasks and none start events. */
export function readForm(element: XmlElement): FormDefinition | undefined {
  const form = extensionsNamed(element, 'zeebe:formDefinition')[0];
  if (form === undefined) return undefined;
  const expressionOf = (attribute: string) => optionalExpression(form.attributes.get(attribute));
  return {
    formId: expressionOf('formId'),
    formKey: form.attributes.get('formKey') || undefined,
    externalReference: expressionOf('externalReference'),
    ...readBinding(form),
  };
}

export const formDefinitionRules: readonly Rule<XmlElement>[] = bindingRules;

export const formReferenceRules: readonly Rule<FlowNode>[] = [
  { id: 'form-definition-one-reference', check: checkOneReference },
  { id: 'form-definition-binding', check: checkBinding },
];

/** A form of a user task the engine keeps itself may be anywhere; one of a job is a deployed form or a key of its own. */
function checkOneReference(node: FlowNode, report: Report): void {
  const isNative = extensionsNamed(node.xml, 'zeebe:userTask').length > 0;
  const allowed = isNative ? ['formId', 'externalReference'] : ['formId', 'formKey'];
  const where = isNative ? ' for native user tasks' : '';
  for (const form of extensionsNamed(node.xml, 'zeebe:formDefinition')) {
    const given = allowed.filter((attribute) => form.attributes.get(attribute)?.trim());
    if (given.length !== 1) {
      report(form, `Exactly one of the attributes '${allowed.join(', ')}' must be present and not blank${where}.`);
    }
  }
}

/** Only a form that is deployed has versions to choose from. */
function checkBinding(node: FlowNode, report: Report): void {
  for (const form of extensionsNamed(node.xml, 'zeebe:formDefinition')) {
    for (const reference of ['formKey', 'externalReference']) {
      if (form.attributes.get(reference)?.trim() && form.attributes.has('bindingType')) {
        report(form, `Attribute '${reference}' must not be used in combination with attribute 'bindingType'.`);
      }
    }
  }
}
