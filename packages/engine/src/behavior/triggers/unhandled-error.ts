/** Why an error stopped an element: the code, what the thrower said, and what would have been caught. */
export function unhandledErrorMessage(error: {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly catchableCodes: readonly string[];
}): string {
  const said = error.errorMessage === '' ? '' : ` with message '${error.errorMessage}'`;
  const codes = error.catchableCodes.filter((code) => code !== '');
  const available =
    codes.length === 0
      ? 'No error events are available in the scope.'
      : `Available error events are [${codes.join(', ')}]`;
  return `Expected to throw an error event with the code '${error.errorCode}'${said}, but it was not caught. ${available}`;
}
