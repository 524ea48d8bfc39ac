export type { NamedTypes } from './compile/instance-of.ts';
export {
  type CompiledExpression,
  type CompileOptions,
  type CompileResult,
  compileExpression,
  compileUnaryTests,
} from './compiled-expression.ts';
export type { Conformance } from './conformance.ts';
export {
  BudgetExceeded,
  type EvaluationContext,
  EvaluationFailed,
  type EvaluationResult,
  type EvaluationWarning,
  type EvaluationWarningType,
  Run,
  type Variables,
} from './evaluation.ts';
export { type FromAiParameter, type FromAiParameters, fromAiParameters } from './from-ai-parameters.ts';
export { limits } from './limits.ts';
export { chargeResult } from './result-size.ts';
export { NamesInScope } from './syntax/names-in-scope.ts';
export { equalValues } from './values/comparison.ts';
export { dateTimeToEpochMs } from './values/date-time.ts';
export { DaysTimeDuration, parseDuration, YearsMonthsDuration } from './values/duration.ts';
export { describeValue, toFeelString } from './values/feel-string.ts';
export { FeelFunction } from './values/function.ts';
export { type FeelTemporal, toIsoString } from './values/iso-text.ts';
export { fromJsonText, toJsonText } from './values/json.ts';
export { addNumbers, compareNumbers, FeelDecimal, parseNumber } from './values/number.ts';
export { FeelRange } from './values/range.ts';
export { parseTemporal } from './values/temporal-text.ts';
export { FeelTime } from './values/time.ts';
export { toNumber } from './values/to-number.ts';
export {
  type FeelContext,
  type FeelDate,
  type FeelDateTime,
  type FeelList,
  type FeelNumber,
  type FeelTypeName,
  type FeelValue,
  isContext,
  isDate,
  isDateTime,
  isDaysTimeDuration,
  isFunction,
  isList,
  isNumber,
  isRange,
  isTime,
  isYearsMonthsDuration,
  isZonedDateTime,
  typeNameOf,
} from './values/value.ts';
