import type {
  Decision,
  DecisionModel,
  DecisionRule,
  DecisionTable,
  Expression,
  NamedExpression,
} from './decision-model.ts';

/**
 * Reads DMN of any version, as far as pages show it.
 * @throws the text is no XML or no DMN.
 */
export function readDecisionModel(xml: string): DecisionModel {
  const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
  if (documentElement.localName !== 'definitions') {
    throw new Error(`Expected DMN definitions, but got ${documentElement.localName}.`);
  }
  const decisions = childrenOf(documentElement, 'decision').map(readDecision);
  return {
    name: documentElement.getAttribute('name') ?? '',
    decisions: new Map(decisions.map((decision) => [decision.id, decision])),
  };
}

function readDecision(element: Element): Decision {
  const name = element.getAttribute('name') ?? '';
  // The engine names those without an id likewise.
  return { id: element.getAttribute('id') ?? name, name, logic: readLogicIn(element) };
}

const readers: Readonly<Record<string, (element: Element) => Expression>> = {
  literalExpression: (element) => ({ kind: 'literal', code: textIn(element) }),
  decisionTable: (element) => ({ kind: 'table', table: readTable(element) }),
  context: (element) => ({
    kind: 'context',
    entries: childrenOf(element, 'contextEntry').map((entry) => ({
      name: childOf(entry, 'variable')?.getAttribute('name') ?? undefined,
      value: readLogicIn(entry),
    })),
  }),
  invocation: (element) => ({
    kind: 'invocation',
    called: readLogicIn(element),
    bindings: childrenOf(element, 'binding').map((binding) => ({
      name: childOf(binding, 'parameter')?.getAttribute('name') ?? undefined,
      value: readLogicIn(binding),
    })),
  }),
  list: (element) => ({ kind: 'list', items: logicOf(element).map(read) }),
  relation: (element) => ({
    kind: 'relation',
    columns: childrenOf(element, 'column').map((column) => column.getAttribute('name') ?? ''),
    rows: childrenOf(element, 'row').map((row) => logicOf(row).map(read)),
  }),
  functionDefinition: (element) => ({
    kind: 'function',
    parameters: childrenOf(element, 'formalParameter').map((parameter) => parameter.getAttribute('name') ?? ''),
    body: readLogicIn(element),
  }),
  conditional: (element) => readControl(element, ['if', 'then', 'else']),
  filter: (element) => readControl(element, ['in', 'match']),
  for: (element) => readControl(element, ['in', 'return'], 'for'),
  some: (element) => readControl(element, ['in', 'satisfies'], 'some'),
  every: (element) => readControl(element, ['in', 'satisfies'], 'every'),
};

function read(element: Element): Expression {
  return readers[element.localName]?.(element) ?? { kind: 'none' };
}

function logicOf(element: Element): readonly Element[] {
  return [...element.children].filter(({ localName }) => Object.hasOwn(readers, localName));
}

function readLogicIn(element: Element): Expression {
  const [logic] = logicOf(element);
  return logic === undefined ? { kind: 'none' } : read(logic);
}

/** @param iterated the word before the variable that goes through a list. */
function readControl(element: Element, names: readonly string[], iterated?: string): Expression {
  const variable = element.getAttribute('iteratorVariable') ?? '';
  const first: readonly NamedExpression[] =
    iterated === undefined ? [] : [{ name: iterated, value: { kind: 'literal', code: variable } }];
  const rest = names.map((name): NamedExpression => {
    const part = childOf(element, name);
    return { name, value: part === undefined ? { kind: 'none' } : readLogicIn(part) };
  });
  return { kind: 'control', parts: [...first, ...rest] };
}

function readTable(element: Element): DecisionTable {
  return {
    hitPolicy: element.getAttribute('hitPolicy') ?? 'UNIQUE',
    aggregation: element.getAttribute('aggregation') ?? undefined,
    inputs: childrenOf(element, 'input').map((input) => {
      const expression = childOf(input, 'inputExpression');
      const code = expression === undefined ? '' : textIn(expression);
      return { id: input.getAttribute('id') ?? '', label: input.getAttribute('label') ?? code, code };
    }),
    outputs: childrenOf(element, 'output').map((output) => ({
      id: output.getAttribute('id') ?? '',
      label: output.getAttribute('label') ?? output.getAttribute('name') ?? '',
    })),
    rules: childrenOf(element, 'rule').map(readRule),
  };
}

function readRule(element: Element): DecisionRule {
  const description = childOf(element, 'description')?.textContent ?? '';
  const annotations = childrenOf(element, 'annotationEntry').map(textIn);
  return {
    id: element.getAttribute('id') ?? '',
    inputs: childrenOf(element, 'inputEntry').map(textIn),
    outputs: childrenOf(element, 'outputEntry').map(textIn),
    annotation: [description, ...annotations].filter((text) => text.trim() !== '').join(' · '),
  };
}

function textIn(element: Element): string {
  return (childOf(element, 'text')?.textContent ?? '').trim();
}

function childrenOf(element: Element, name: string): readonly Element[] {
  return [...element.children].filter(({ localName }) => localName === name);
}

function childOf(element: Element, name: string): Element | undefined {
  return childrenOf(element, name)[0];
}
