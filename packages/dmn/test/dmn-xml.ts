import { type FeelValue, fromJsonText, isContext, toFeelString } from '@waggle/feel';
import { type DecisionEvaluation, type DecisionRequirements, type ParseDmnOptions, parseDmn } from '../src/index.ts';

const namespace = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

/** 2026-01-01T00:00:00Z, a Thursday. */
const nowMs = 1_767_225_600_000;

/** A document around these elements. */
export const dmn = (content: string, attributes = 'id="drg" name="DRG" namespace="http://test"'): string =>
  `<definitions xmlns="${namespace}" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" ${attributes}>${content}</definitions>`;

export const literal = (text: string, attributes = ''): string =>
  `<literalExpression ${attributes}><text>${escapeXml(text)}</text></literalExpression>`;

/** A decision whose id, name and variable are one, unless `before` brings a variable of its own. */
export function decision(id: string, logic: string, { before = '', requires = '' } = {}): string {
  const variable = before.includes('<variable') ? '' : `<variable name="${id}"/>`;
  return `<decision id="${id}" name="${id}">${before}${variable}${requirements(requires)}${logic}</decision>`;
}

/** `a, b`: required decisions; `bkm:f`: knowledge; `input:x`: input data. */
function requirements(requires: string): string {
  const all = requires.split(',').map((entry) => entry.trim());
  return all
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [kind, id] = entry.includes(':') ? (entry.split(':') as [string, string]) : ['', entry];
      if (kind === 'bkm') return `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`;
      const tag = kind === 'input' ? 'requiredInput' : 'requiredDecision';
      return `<informationRequirement><${tag} href="#${id}"/></informationRequirement>`;
    })
    .join('');
}

/** A business knowledge model with these parameters. */
export function knowledge(id: string, parameters: readonly string[], logic: string, requires = ''): string {
  const formal = parameters.map((name) => `<formalParameter name="${name}"/>`).join('');
  return `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/><encapsulatedLogic>${formal}${logic}</encapsulatedLogic>${requirements(requires)}</businessKnowledgeModel>`;
}

/** @throws with the findings of a document that is not accepted */
export function parsed(xml: string, options: ParseDmnOptions = {}): DecisionRequirements {
  const result = parseDmn(xml, options);
  if (!result.ok) throw new Error(result.findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  return result.requirements;
}

export function contextOf(variables = '{}') {
  const values = fromJsonText(variables);
  return { variable: (name: string) => (isContext(values) ? values.get(name) : undefined), nowMs };
}

/** Evaluates a decision of a document with the variables of a JSON object. */
export function evaluate(
  xml: string,
  decisionId: string,
  variables?: string,
  options: ParseDmnOptions = {},
): DecisionEvaluation {
  return parsed(xml, options).evaluate(decisionId, contextOf(variables));
}

/** The output as FEEL text, or `failed: …`. */
export const output = (...args: Parameters<typeof evaluate>): string => printed(evaluate(...args));

export const printed = (evaluation: DecisionEvaluation): string =>
  evaluation.ok ? printedValue(evaluation.output) : `failed: ${evaluation.message}`;

export const printedValue = (value: FeelValue): string => toFeelString([value]).slice(1, -1);

/** Rule and element id of each finding. */
export function findings(xml: string, options: ParseDmnOptions = {}): string[] {
  const result = parseDmn(xml, options);
  return result.ok ? [] : result.findings.map(({ rule, elementId }) => `${rule} ${elementId}`);
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
