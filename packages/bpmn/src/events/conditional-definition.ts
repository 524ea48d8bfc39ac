import { BpmnEventType } from '@waggle/protocol';
import type { Report } from '../finding-collector.ts';
import { expressionSource } from '../model/expression-source.ts';
import type { ConditionalDefinition } from '../model.ts';
import { checkIsExpression } from '../rules/check-is-expression.ts';
import { bodyText, childNamed, extensionsNamed, type XmlElement } from '../xml/xml-element.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';

export const conditionalDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:conditionalEventDefinition',
  eventType: BpmnEventType.CONDITIONAL,
  rules: [
    { id: 'conditional-condition-expression', check: checkCondition },
    { id: 'conditional-filter-events', check: checkVariableEvents },
  ],
  read: ({ xml }) => {
    const events = filterOf(xml, 'variableEvents');
    return {
      conditional: {
        condition: expressionSource(conditionOf(xml)),
        variableNames: filterOf(xml, 'variableNames'),
        variableEvents: variableEvents.filter((event) => events.includes(event)),
      },
    };
  },
};

const variableEvents: readonly ConditionalDefinition['variableEvents'][number][] = ['create', 'update'];

function conditionOf(xml: XmlElement): string {
  const condition = childNamed(xml, 'bpmn:condition');
  return condition === undefined ? '' : bodyText(condition);
}

/** A list separated by commas. */
function filterOf(xml: XmlElement, attribute: 'variableNames' | 'variableEvents'): string[] {
  return extensionsNamed(xml, 'zeebe:conditionalFilter')
    .flatMap((filter) => (filter.attributes.get(attribute) ?? '').split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function checkCondition({ xml }: EventUse, report: Report): void {
  checkIsExpression(xml, conditionOf(xml), report);
}

function checkVariableEvents({ xml }: EventUse, report: Report): void {
  for (const event of filterOf(xml, 'variableEvents')) {
    if (!variableEvents.some((known) => known === event)) {
      report(xml, `Expected variableEvents to be a list of ${variableEvents.join(' and ')}, but found '${event}'.`);
    }
  }
}
