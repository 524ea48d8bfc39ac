/** References to secrets: `camunda.secrets.API_TOKEN`. */
const PREFIX = 'camunda.secrets.';
const NAME = /^[A-Za-z0-9_-]+$/;

/** Characters of a reference. */
export const SECRET_REFERENCE_LENGTH_MAX = 256;

/** @returns the name; `undefined` when it is no reference. */
export function parseSecretReference(reference: string): string | undefined {
  if (reference.length > SECRET_REFERENCE_LENGTH_MAX || !reference.startsWith(PREFIX)) return undefined;
  const name = reference.slice(PREFIX.length);
  return NAME.test(name) ? name : undefined;
}

/** @returns `undefined` when no reference can have this name. */
export function secretReference(name: string): string | undefined {
  const reference = PREFIX + name;
  return parseSecretReference(reference) === undefined ? undefined : reference;
}
