import { type Conformance, NamesInScope } from '@waggle/feel';
import { childNamed, descendants, type XmlElement } from '@waggle/xml';
import type { Decision } from '../decision-requirements.ts';
import type { Compilation } from '../expressions/expression-kind.ts';
import { expressionKinds } from '../expressions/expression-kinds.ts';
import { type ExpressionTag, isExpression } from '../expressions/is-expression.ts';
import { ModelCompilation } from '../expressions/model-compilation.ts';
import { parametersOf } from '../expressions/parameters.ts';
import type { DmnModel, DrgElement } from '../model/dmn-model.ts';
import {
  type Requirement,
  requirementsOf,
  type ServiceReferenceTag,
  serviceReferences,
} from '../model/requirements.ts';
import type { Binding, CompiledDecision, CompiledGraph, CompiledKnowledge, CompiledService } from './compiled-graph.ts';

/** Compiles every element of these models; what does not compile is reported to the findings of its model. */
export function compileGraph(models: readonly DmnModel[], conformance: Conformance): CompiledGraph {
  const decisions = new Map<DrgElement, CompiledDecision>();
  const functions = new Map<DrgElement, CompiledKnowledge>();
  const services = new Map<DrgElement, CompiledService>();
  const entryNames = models.flatMap(entryNamesOf);
  for (const model of models) {
    const compilation = new ModelCompilation(new NamesInScope([], entryNames), { model, conformance });
    for (const element of model.elements) {
      if (element.kind === 'decision') decisions.set(element, compileDecision(element, compilation));
      if (element.kind === 'businessKnowledgeModel') functions.set(element, compileKnowledge(element, compilation));
      if (element.kind === 'decisionService') services.set(element, compileService(element, compilation));
    }
  }
  return { decisions, functions, services };
}

function compileDecision(element: DrgElement, compilation: Compilation): CompiledDecision {
  const bindings = bindingsOf(element, compilation);
  const logic = element.xml.children.find(isExpression);
  return {
    element,
    decision: describe(element, logic),
    bindings,
    logic: compilation.withNames(namesOf(bindings)).logic(logic),
    convert: compilation.conversion(element.typeRef, 'result'),
  };
}

function describe(
  { id, name, xml }: DrgElement,
  logic: (XmlElement & { readonly name: ExpressionTag }) | undefined,
): Decision {
  const extensions = childNamed(xml, 'dmn:extensionElements');
  const versionTag = extensions && childNamed(extensions, 'zeebe:versionTag');
  return {
    id,
    name,
    type: logic === undefined ? 'UNKNOWN' : expressionKinds[logic.name].decisionType,
    versionTag: versionTag?.attributes.get('value') ?? '',
  };
}

function compileKnowledge(element: DrgElement, compilation: Compilation): CompiledKnowledge {
  const bindings = bindingsOf(element, compilation);
  const definition = childNamed(element.xml, 'dmn:encapsulatedLogic');
  const parameters = definition === undefined ? [] : parametersOf(definition, compilation);
  const inner = compilation.withNames([
    element.name,
    element.variableName,
    ...namesOf(bindings),
    ...namesOf(parameters),
  ]);
  const logic = definition?.children.find(isExpression);
  return { element, decision: describe(element, logic), parameters, bindings, logic: inner.logic(logic) };
}

/** What may stand behind a dot: components of item definitions, and names of imported elements. */
function entryNamesOf({ root, elements }: DmnModel): string[] {
  const components = descendants(root).filter(({ name }) => name === 'dmn:itemComponent');
  return [
    ...components.map(({ attributes }) => attributes.get('name') ?? ''),
    ...elements.map((element) => element.variableName),
  ];
}

function compileService(element: DrgElement, compilation: Compilation): CompiledService {
  const targets = (['inputData', 'inputDecision'] as const).flatMap((tag) => bindingTargets(element, tag));
  return {
    element,
    parameters: targets.map((target) => ({
      element: target,
      name: target.variableName,
      convert: compilation.conversion(target.typeRef, 'parameter'),
    })),
    outputs: bindingTargets(element, 'outputDecision'),
    convert: compilation.conversion(element.typeRef, 'result'),
  };
}

function bindingTargets(element: DrgElement, tag: ServiceReferenceTag): DrgElement[] {
  return serviceReferences(element, tag).flatMap(({ target }) => target ?? []);
}

function bindingsOf(element: DrgElement, compilation: Compilation): readonly Binding[] {
  return requirementsOf(element).flatMap((requirement: Requirement) => {
    const { target, through } = requirement;
    if (target === undefined) return [];
    const convert = target.kind === 'inputData' ? compilation.conversion(target.typeRef, 'variable') : undefined;
    const importName = through?.name ?? '';
    const binding = { importName, name: target.variableName, target, convert };
    // The reference calls a function by the name of its model, the standard by that of its variable.
    const isRenamed = target.kind === 'businessKnowledgeModel' && target.name !== target.variableName;
    return isRenamed ? [{ ...binding, name: target.name }, binding] : [binding];
  });
}

const namesOf = (named: readonly { readonly name: string; readonly importName?: string }[]): string[] =>
  named.flatMap(({ name, importName = '' }) => (importName === '' ? [name] : [importName, name]));
