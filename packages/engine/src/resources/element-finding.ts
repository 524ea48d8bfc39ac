/** A problem of one element, in the shape of the findings of the model. */
export function elementFinding(path: string, message: string): string {
  return `- Element: ${path}\n    - ERROR: ${message}`;
}
