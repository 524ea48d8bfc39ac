import { useTexts } from '../../texts/use-texts.ts';
import type { JsonProblem } from './scan-json.ts';

/** Says what is wrong with a text that should be JSON, with line and column. */
export function useJsonProblemText(): (problem: JsonProblem) => string {
  const { json } = useTexts().parts;
  return ({ kind, found, line, column }) => json.problem(json.expected[kind], found, line, column);
}
