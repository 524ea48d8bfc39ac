/** What is wrong with the name of a new variable, by the name of the text that says so. */
export type VariableNameProblem = 'nameMissing' | 'nameSpaces' | 'nameTaken';

export function variableNameProblem(name: string, taken: ReadonlySet<string>): VariableNameProblem | undefined {
  if (name.trim() === '') return 'nameMissing';
  if (name.trim() !== name) return 'nameSpaces';
  return taken.has(name) ? 'nameTaken' : undefined;
}

/** Whether expressions can use the name as it is. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name);
}
