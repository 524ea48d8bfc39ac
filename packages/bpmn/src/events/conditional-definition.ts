import { BpmnEventType } from '@waggle/protocol';
import { bodyText, childNamed, type Report, type XmlElement } from '@waggle/xml';
import { extensionsNamed } from '../extensions/extensions-named.ts';
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { ConditionalDefinition } from '../model.ts';
import { checkIsExpression } from '../rules/check-is-expression.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';

export const conditionalDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:conditionalEventDefinition',
  eventType: BpmnEventType.CONDITIONAL,
  rules: [
    { id: 'conditional-condition-expression', check: checkCondition },
    { id: 'conditional-filter-events', check: checkVariableEvents },
    { id: 'conditional-filter-names', check: checkVariableNames },
  ],
  read: ({ xml }) => {
    const events = filterOf(xml, 'variableEvents').map((event) => event.trim());
    return {
      conditional: {
        condition: expressionSource(conditionOf(xml)),
        variableNames: filterOf(xml, 'variableNames').map((name) => name.trim()),
        variableEvents: variableEvents.filter((event) => events.includes(event)),
      },
    };
  },
};

const variableEvents: readonly ConditionalDefinition['variableEvents'][number][] = ['create', 'update'];

export function conditionOf(xml: XmlElement): string {
  const condition = childNamed(xml, 'bpmn:condition');
  return condition === undefined ? '' : bodyText(condition);
}

/** A list separated by commas; a blank text is none. */
function filterOf(xml: XmlElement, attribute: 'variableNames' | 'variableEvents'): string[] {
  return extensionsNamed(xml, 'zeebe:conditionalFilter')
    .map((filter) => filter.attributes.get(attribute) ?? '')
    .flatMap((list) => (list.trim() === '' ? [] : list.split(',')));
}

function checkCondition({ xml }: EventUse, report: Report): void {
  checkIsExpression(xml, conditionOf(xml), report);
}

function checkVariableEvents({ xml }: EventUse, report: Report): void {
  for (const event of filterOf(xml, 'variableEvents').map((item) => item.trim())) {
    if (event !== '' && !variableEvents.some((known) => known === event)) {
      const choice = variableEvents.join(', ');
      report(
        xml,
        `Variable event '${event}' is not valid. Must be one of: ${choice} or a comma-separated list of both.`,
      );
    }
  }
}

function checkVariableNames({ xml }: EventUse, report: Report): void {
  const names = filterOf(xml, 'variableNames');
  for (const name of names.map((item) => item.trim())) {
    if (name === '') {
      report(
        xml,
        `Variable names must not contain empty names but '${names.join(',')}' given. Remove the empty entry.`,
      );
    } else if (isExpression(name)) {
      report(xml, `Variable names must be static and cannot be expressions. '${name}' starts with '='.`);
    }
  }
}
