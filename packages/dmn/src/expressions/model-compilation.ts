import {
  type CompileOptions,
  type CompileResult,
  type Conformance,
  compileExpression,
  compileUnaryTests,
  EvaluationFailed,
  type NamesInScope,
} from '@waggle/feel';
import { bodyText, childNamed, type Report, type XmlElement } from '@waggle/xml';
import type { DmnModel } from '../model/dmn-model.ts';
import { isFeel } from '../rules/expression-language.ts';
import { ItemTypes } from '../types/item-types.ts';
import { referenceCheck, standardConversion, type TypedPlace } from '../types/value-checks.ts';
import type { Compilation, Convert, EvaluateLogic } from './expression-kind.ts';
import { expressionKinds } from './expression-kinds.ts';
import { isExpression } from './is-expression.ts';

type CompileText = (text: string, options: CompileOptions) => CompileResult;

/** What is the same wherever in a document logic is compiled. */
interface Surroundings {
  readonly model: DmnModel;
  readonly conformance: Conformance;
  readonly types: ItemTypes;
  /** For `instance of`. */
  readonly instanceTests: CompileOptions['types'] & {};
}

/** Compiles the logic of one document at one place, with the names that are in scope there. */
export class ModelCompilation implements Compilation {
  readonly #names: NamesInScope;
  readonly #surroundings: Surroundings;

  constructor(names: NamesInScope, surroundings: Surroundings | Pick<Surroundings, 'model' | 'conformance'>) {
    this.#names = names;
    this.#surroundings = 'types' in surroundings ? surroundings : this.#withTypes(surroundings);
  }

  withNames(names: Iterable<string>): Compilation {
    const further = [...names].filter((name) => !isPlainName(name));
    if (further.length === 0) return this;
    return new ModelCompilation(this.#names.with(further), this.#surroundings);
  }

  logic(xml: XmlElement | undefined): EvaluateLogic {
    if (xml === undefined || !isExpression(xml)) return () => null;
    const kind = expressionKinds[xml.name];
    for (const rule of kind.rules) rule.check(xml, this.reportFor(rule.id));
    return converted(kind.compile(xml, this), this.conversion(xml.attributes.get('typeRef'), 'expression'));
  }

  logicIn(xml: XmlElement): EvaluateLogic {
    return this.logic(xml.children.find(isExpression));
  }

  feel(xml: XmlElement): EvaluateLogic {
    return this.#compile(xml, compileExpression);
  }

  unaryTests(xml: XmlElement): EvaluateLogic {
    return this.#compile(xml, compileUnaryTests);
  }

  conversion(typeRef: string | undefined, place: TypedPlace): Convert | undefined {
    if (typeRef === undefined || typeRef === '') return undefined;
    const { conformance, types } = this.#surroundings;
    return conformance === 'standard' ? standardConversion(typeRef, place, types) : referenceCheck(typeRef, place);
  }

  get conformance(): Conformance {
    return this.#surroundings.conformance;
  }

  reportFor(rule: string): Report {
    return this.#surroundings.model.findings.reportFor(rule);
  }

  #withTypes({ model, conformance }: Pick<Surroundings, 'model' | 'conformance'>): Surroundings {
    const types = new ItemTypes(model, this);
    return { model, conformance, types, instanceTests: types.instanceTests() };
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
    const { conformance, instanceTests } = this.#surroundings;
    const compiled = compileText(bodyText(text), { names: this.#names, conformance, types: instanceTests });
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
