import { trustVariables, type VariablesText } from '../dispatch/index.ts';
import { jsonMembers } from './json-parts.ts';

/**
 * The member `variables` of an object inside a body, as the client wrote it; `{}` when it is absent or null.
 * @param objectText the object's text; its schema wants an object for `variables`.
 */
export function nestedVariables(objectText: string | undefined): VariablesText {
  const text = jsonMembers(objectText).get('variables');
  return trustVariables(text === undefined || text === 'null' ? '' : text);
}
