/** Small decision models for tests: `dmn('drg', literal('a', 'x + 1'), table('b', { ... }))`. */

/** A document with one graph; its id is its name. */
export function dmn(id: string, ...decisions: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="${id}" name="${id}" namespace="http://test">${decisions.join('')}</definitions>`;
}

interface DecisionOptions {
  /** Ids of decisions whose results it sees. */
  readonly requires?: readonly string[];
  readonly versionTag?: string;
}

/** A decision that is one expression. */
export function literal(id: string, expression: string, options: DecisionOptions = {}): string {
  return decision(id, `<literalExpression><text>${escapeXml(expression)}</text></literalExpression>`, options);
}

interface TableOptions extends DecisionOptions {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  /** Expressions; the columns' ids are `in1`, `in2`, … */
  readonly inputs: readonly string[];
  /** Names; the columns' ids are `out1`, … */
  readonly outputs: readonly string[];
  /** Input entries, then output entries; the rules' ids are `rule1`, … */
  readonly rules: readonly (readonly string[])[];
}

export function table(
  id: string,
  { inputs, outputs, rules, hitPolicy, aggregation, ...options }: TableOptions,
): string {
  const columns = [
    ...inputs.map(
      (text, index) =>
        `<input id="in${index + 1}" label="${escapeXml(text)}"><inputExpression><text>${escapeXml(text)}</text></inputExpression></input>`,
    ),
    ...outputs.map((name, index) => `<output id="out${index + 1}" name="${name}"/>`),
  ];
  const rows = rules.map((entries, index) => {
    const cells = entries.map((text, column) => {
      const tag = column < inputs.length ? 'inputEntry' : 'outputEntry';
      return `<${tag}><text>${escapeXml(text)}</text></${tag}>`;
    });
    return `<rule id="rule${index + 1}">${cells.join('')}</rule>`;
  });
  const attributes = `hitPolicy="${hitPolicy ?? 'UNIQUE'}"${aggregation === undefined ? '' : ` aggregation="${aggregation}"`}`;
  return decision(id, `<decisionTable ${attributes}>${columns.join('')}${rows.join('')}</decisionTable>`, options);
}

function decision(id: string, logic: string, { requires = [], versionTag }: DecisionOptions): string {
  const tag =
    versionTag === undefined ? '' : `<extensionElements><zeebe:versionTag value="${versionTag}"/></extensionElements>`;
  const requirements = requires.map(
    (required) => `<informationRequirement><requiredDecision href="#${required}"/></informationRequirement>`,
  );
  return `<decision id="${id}" name="${id}">${tag}<variable name="${id}"/>${requirements.join('')}${logic}</decision>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
