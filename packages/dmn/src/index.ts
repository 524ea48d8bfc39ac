export type {
  Decision,
  DecisionEvaluation,
  DecisionRequirements,
  DecisionType,
  EvaluatedDecision,
  EvaluatedInput,
  EvaluatedOutput,
  MatchedRule,
} from './decision-requirements.ts';
export { type ParseDmnOptions, type ParseDmnResult, parseDmn } from './parse-dmn.ts';
