import {
  type CompileOptions,
  type CompileResult,
  compileExpression,
  compileUnaryTests,
  EvaluationFailed,
  type NamesInScope,
} from '@waggle/feel';
import { bodyText, childNamed, type Report, type XmlElement } from '@waggle/xml';
import type { DmnModel } from '../model/dmn-model.ts';
import { isFeel } from '../rules/expression-language.ts';
import type { Compilation, Convert, EvaluateLogic } from './expression-kind.ts';
import { expressionKindOf } from './expression-kinds.ts';

type CompileText = (text: string, options: CompileOptions) => CompileResult;

/** Compiles the logic of one document at one place, with the names that are in scope there. */
export class ModelCompilation implements Compilation {
  readonly #model: DmnModel;
  readonly #names: NamesInScope;

  constructor(model: DmnModel, names: NamesInScope) {
    this.#model = model;
    this.#names = names;
  }

  withNames(names: Iterable<string>): Compilation {
    const further = [...names].filter((name) => !isPlainName(name));
    return further.length === 0 ? this : new ModelCompilation(this.#model, this.#names.with(further));
  }

  logic(xml: XmlElement | undefined): EvaluateLogic {
    const kind = xml && expressionKindOf(xml);
    if (xml === undefined || kind === undefined) return () => null;
    for (const rule of kind.rules) rule.check(xml, this.reportFor(rule.id));
    return converted(kind.compile(xml, this), this.conversion(xml.attributes.get('typeRef')));
  }

  logicChild(xml: XmlElement): XmlElement | undefined {
    return xml.children.find((child) => expressionKindOf(child) !== undefined);
  }

  feel(xml: XmlElement): EvaluateLogic {
    return this.#compile(xml, compileExpression);
  }

  unaryTests(xml: XmlElement): EvaluateLogic {
    return this.#compile(xml, compileUnaryTests);
  }

  conversion(_typeRef: string | undefined): Convert | undefined {
    return undefined;
  }

  reportFor(rule: string): Report {
    return this.#model.findings.reportFor(rule);
  }

  #compile(xml: XmlElement, compileText: CompileText): EvaluateLogic {
    const text = childNamed(xml, 'dmn:text');
    if (text === undefined || bodyText(text) === '') return () => null;
    const language = xml.attributes.get('expressionLanguage');
    if (!isFeel(language)) {
      this.reportFor('expression-language-feel')(
        xml,
        `Expected an expression in FEEL, but its expressionLanguage is '${language}'; remove the attribute or use FEEL.`,
      );
      return () => null;
    }
    const compiled = compileText(bodyText(text), { names: this.#names });
    if (compiled.ok) return (run, variables) => compiled.expression.evaluateWithin(run, variables);
    this.reportFor('feel-valid')(xml, `${compiled.message}.`);
    // Documents accepted by an older version are compiled, but their findings are not looked at.
    return () => {
      throw new EvaluationFailed(compiled.message);
    };
  }
}

function converted(evaluate: EvaluateLogic, convert: Convert | undefined): EvaluateLogic {
  if (convert === undefined) return evaluate;
  return (run, variables, trace) => convert(run, evaluate(run, variables, trace));
}

/** Names the parser knows for names without being told. */
const isPlainName = (name: string): boolean => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name);
