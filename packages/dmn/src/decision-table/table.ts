import { bodyText, childNamed, childrenNamed, type XmlElement } from '@waggle/xml';
import type { Compilation, EvaluateLogic } from '../expressions/expression-kind.ts';
import { compileInputEntry, type InputTest } from './input-entry.ts';
import { compileOutputEntry } from './output-entry.ts';

/** A decision table, compiled. */
export interface Table {
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn[];
  readonly rules: readonly TableRule[];
}

export interface InputColumn {
  readonly id: string;
  /** The label, otherwise the text of the expression. */
  readonly name: string;
  readonly evaluate: EvaluateLogic;
}

export interface OutputColumn {
  readonly id: string;
  /** Key of its value where a table has several outputs. */
  readonly name: string;
  readonly label: string;
  readonly defaultEntry: EvaluateLogic | undefined;
  readonly xml: XmlElement;
}

export interface TableRule {
  readonly id: string;
  /** 1-based. */
  readonly index: number;
  /** Without those that hold for every value. */
  readonly tests: readonly { readonly column: number; readonly test: InputTest }[];
  /** One for each output column. */
  readonly outputs: readonly EvaluateLogic[];
}

export function compileTable(xml: XmlElement, compilation: Compilation): Table {
  const outputs = childrenNamed(xml, 'dmn:output').map((output) => outputColumn(output, compilation));
  const cells = new CellCache(compilation);
  return {
    inputs: childrenNamed(xml, 'dmn:input').map((input) => inputColumn(input, compilation)),
    outputs,
    rules: childrenNamed(xml, 'dmn:rule').map((rule, index) => tableRule(rule, index + 1, outputs.length, cells)),
  };
}

function inputColumn(xml: XmlElement, compilation: Compilation): InputColumn {
  const expression = childNamed(xml, 'dmn:inputExpression');
  const text = expression === undefined ? undefined : childNamed(expression, 'dmn:text');
  return {
    id: xml.attributes.get('id') ?? '',
    name: xml.attributes.get('label') || (text === undefined ? '' : bodyText(text)),
    evaluate: expression === undefined ? () => null : compilation.feel(expression),
  };
}

function outputColumn(xml: XmlElement, compilation: Compilation): OutputColumn {
  const defaultEntry = childNamed(xml, 'dmn:defaultOutputEntry');
  return {
    id: xml.attributes.get('id') ?? '',
    name: xml.attributes.get('name') ?? '',
    label: xml.attributes.get('label') ?? '',
    defaultEntry: defaultEntry && compilation.feel(defaultEntry),
    xml,
  };
}

function tableRule(xml: XmlElement, index: number, outputCount: number, cells: CellCache): TableRule {
  const entries = childrenNamed(xml, 'dmn:outputEntry');
  return {
    id: xml.attributes.get('id') ?? '',
    index,
    tests: childrenNamed(xml, 'dmn:inputEntry').flatMap((entry, column) => {
      const test = cells.inputEntry(entry);
      return test === undefined ? [] : [{ column, test }];
    }),
    outputs: Array.from({ length: outputCount }, (_, column) => cells.outputEntry(entries[column])),
  };
}

/** The same text in many cells is compiled once: ten thousand rules often hold a few hundred different ones. */
class CellCache {
  readonly #compilation: Compilation;
  readonly #inputEntries = new Map<string, InputTest | undefined>();
  readonly #outputEntries = new Map<string, EvaluateLogic>();

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
  }

  inputEntry(xml: XmlElement): InputTest | undefined {
    const key = keyOf(xml);
    const known = this.#inputEntries.get(key);
    if (known !== undefined || this.#inputEntries.has(key)) return known;
    const test = compileInputEntry(xml, this.#compilation);
    this.#inputEntries.set(key, test);
    return test;
  }

  outputEntry(xml: XmlElement | undefined): EvaluateLogic {
    if (xml === undefined) return () => null;
    const key = keyOf(xml);
    const known = this.#outputEntries.get(key);
    if (known !== undefined) return known;
    const entry = compileOutputEntry(xml, this.#compilation);
    this.#outputEntries.set(key, entry);
    return entry;
  }
}

function keyOf(xml: XmlElement): string {
  const text = childNamed(xml, 'dmn:text');
  return JSON.stringify([xml.attributes.get('expressionLanguage') ?? '', text === undefined ? null : bodyText(text)]);
}
