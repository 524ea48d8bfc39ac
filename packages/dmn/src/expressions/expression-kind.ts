import type { Conformance, FeelValue, Run, Variables } from '@waggle/feel';
import type { Report, XmlElement } from '@waggle/xml';
import type { DecisionType, EvaluatedInput, MatchedRule } from '../decision-requirements.ts';
import type { Rule } from '../rules/rule.ts';
import type { TypedPlace } from '../types/value-checks.ts';

/**
 * Compiled decision logic.
 * @param variables what is in scope
 * @param trace what a decision table tells of its evaluation; only when it is all of a decision's logic
 * @throws {EvaluationFailed} with a reason to read behind "Expected to evaluate decision '…', but "
 * @throws {BudgetExceeded}
 */
export type EvaluateLogic = (run: Run, variables: Variables, trace?: TableTrace) => FeelValue;

/** Filled while a decision table is evaluated, so a failure leaves what was known until then. */
export interface TableTrace {
  readonly inputs: EvaluatedInput[];
  readonly matchedRules: MatchedRule[];
}

/** The same for a whole decision. */
export interface DecisionTrace extends TableTrace {
  /** What its logic gave, which may not have the type declared; null as long as there is none. */
  output: FeelValue;
}

/** All the package knows about one kind of expression; registered in `expression-kinds.ts`. */
export interface ExpressionKind {
  readonly decisionType: DecisionType;
  /** What deployment checks of the element itself; FEEL is checked by compiling it. */
  readonly rules: readonly Rule<XmlElement>[];
  /** Called for documents with findings, too, so that FEEL is checked all the same: what is missing must not throw. */
  readonly compile: (xml: XmlElement, compilation: Compilation) => EvaluateLogic;
}

/** What compiling logic needs of its surroundings. */
export interface Compilation {
  /** The same place with further names in scope: parameters, context entries, iterators. */
  withNames(names: Iterable<string>): Compilation;
  /** Compiles an expression of any kind, together with the check of its own `typeRef`. undefined gives null. */
  logic(xml: XmlElement | undefined): EvaluateLogic;
  /** Compiles the FEEL of an element with a `text`; reports syntax errors and languages other than FEEL. */
  feel(xml: XmlElement): EvaluateLogic;
  /** The same for unary tests. The value they test is the variable `?`. */
  unaryTests(xml: XmlElement): EvaluateLogic;
  /** Compiles the first expression inside an element. */
  logicIn(xml: XmlElement): EvaluateLogic;
  /** How values of a type are checked and converted; undefined where all values are accepted as they are. */
  conversion(typeRef: string | undefined, place: TypedPlace): Convert | undefined;
  readonly conformance: Conformance;
  reportFor(rule: string): Report;
}

/**
 * Makes a value one of a type: as it is, converted, or null.
 * @throws {EvaluationFailed} where the reference fails
 */
export type Convert = (run: Run, value: FeelValue) => FeelValue;
