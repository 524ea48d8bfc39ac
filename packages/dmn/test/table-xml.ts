export interface TableOptions {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  /** Texts of the input expressions. */
  readonly inputs?: readonly string[];
  readonly outputs?: readonly OutputOptions[];
  /** Texts of the cells, those of the inputs first, annotations last; separated by `|`. */
  readonly rules?: readonly string[];
}

export interface OutputOptions {
  readonly name?: string;
  readonly label?: string;
  readonly values?: string;
  readonly default?: string;
}

/** A decision table whose columns and rules have the ids in_1, out_1, rule_1, … */
export function table(options: TableOptions): string {
  const { inputs = ['x'], outputs = [{}], rules = [] } = options;
  const attributes = `${attribute('hitPolicy', options.hitPolicy)}${attribute('aggregation', options.aggregation)}`;
  return `<decisionTable id="table"${attributes}>${[
    ...inputs.map((expression, index) => `<input id="in_${index + 1}">${cell('inputExpression', expression)}</input>`),
    ...outputs.map(outputXml),
    ...rules.map((rule, index) => `<rule id="rule_${index + 1}">${cells(rule, inputs.length, outputs.length)}</rule>`),
  ].join('')}</decisionTable>`;
}

function outputXml(output: OutputOptions, index: number): string {
  const attributes = `${attribute('name', output.name)}${attribute('label', output.label)}`;
  const values = output.values === undefined ? '' : cell('outputValues', output.values);
  const entry = output.default === undefined ? '' : cell('defaultOutputEntry', output.default);
  return `<output id="out_${index + 1}"${attributes}>${values}${entry}</output>`;
}

function cells(rule: string, inputCount: number, outputCount: number): string {
  const tag = (index: number) =>
    index < inputCount ? 'inputEntry' : index < inputCount + outputCount ? 'outputEntry' : 'annotationEntry';
  return rule
    .split('|')
    .map((text, index) => cell(tag(index), text.trim()))
    .join('');
}

const cell = (tag: string, text: string): string => `<${tag}><text><![CDATA[${text}]]></text></${tag}>`;

const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${value}"`;
