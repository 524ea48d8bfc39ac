import { bodyText, type XmlElement } from '@waggle/xml';
import { expressionSource } from '../model/expression-source.ts';
import type { Rule } from './rule.ts';

/** Where FEEL may stand: attributes by element, and elements whose body it may be. */
const expressionAttributes: Readonly<Record<string, readonly string[]>> = {
  'bpmn:message': ['name'],
  'bpmn:error': ['errorCode'],
  'bpmn:escalation': ['escalationCode'],
  'bpmn:signal': ['name'],
  'zeebe:adHoc': ['activeElementsCollection', 'outputElement'],
  'zeebe:assignmentDefinition': ['assignee', 'candidateGroups', 'candidateUsers'],
  'zeebe:calledDecision': ['decisionId'],
  'zeebe:calledElement': ['processId', 'businessId'],
  'zeebe:executionListener': ['type', 'retries'],
  'zeebe:jobPriorityDefinition': ['priority'],
  'zeebe:formDefinition': ['formId', 'externalReference'],
  'zeebe:input': ['source'],
  'zeebe:loopCharacteristics': ['inputCollection', 'outputElement'],
  'zeebe:output': ['source'],
  'zeebe:priorityDefinition': ['priority'],
  'zeebe:script': ['expression'],
  'zeebe:subscription': ['correlationKey'],
  'zeebe:taskDefinition': ['type', 'retries'],
  'zeebe:taskListener': ['type', 'retries'],
  'zeebe:taskSchedule': ['dueDate', 'followUpDate'],
};

const expressionBodies: ReadonlySet<string> = new Set([
  'bpmn:completionCondition',
  'bpmn:condition',
  'bpmn:conditionExpression',
  'bpmn:timeCycle',
  'bpmn:timeDate',
  'bpmn:timeDuration',
]);

/** @param checkExpression returns a sentence when the FEEL text does not parse. */
export function expressionRules(checkExpression: (feel: string) => string | undefined): readonly Rule<XmlElement>[] {
  return [
    {
      id: 'expression-parses',
      check: (element, report) => {
        for (const text of expressionsOf(element)) {
          const problem = checkExpression(text);
          if (problem !== undefined) report(element, openingOnce(text, problem));
        }
      },
    },
  ];
}

const opening = 'failed to parse expression ';

/** Checkers that name the expression themselves have said the first half of the message already. */
function openingOnce(text: string, problem: string): string {
  return problem.toLowerCase().startsWith(opening)
    ? `${opening}${problem.slice(opening.length)}`
    : `${opening}'${text}': ${problem}`;
}

function expressionsOf(element: XmlElement): string[] {
  const values = (expressionAttributes[element.name] ?? []).map((name) => element.attributes.get(name) ?? '');
  if (expressionBodies.has(element.name)) values.push(bodyText(element));
  return values.map(expressionSource).flatMap((source) => (source.isExpression ? source.text : []));
}
