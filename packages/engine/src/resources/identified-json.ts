import type { DeploymentResource } from '@waggle/protocol';
import { noText, resourceText } from './resource-text.ts';

/** What the engine reads of a JSON file that names itself. */
export interface ResourceIdentity {
  readonly id: string;
  /** Empty without. */
  readonly versionTag: string;
}

/** Reads `id` and `versionTag`. @returns why there is none, beginning with the file's name. */
export function identifiedJson(resource: DeploymentResource, what: string): ResourceIdentity | string {
  const { resourceName } = resource;
  const text = resourceText(resource);
  if (text === undefined) return noText(resourceName);
  const document = parseObject(text);
  if (typeof document === 'string') return `'${resourceName}': Failed to read the ${what}: ${document}`;
  const { id, versionTag } = document;
  if (id === undefined || id === null) {
    return `'${resourceName}': Expected the ${what} id to be present, but none given`;
  }
  if (typeof id !== 'string') return `'${resourceName}': Expected the ${what} id to be a text, but it is not`;
  if (id.trim() === '') return `'${resourceName}': Expected the ${what} id to be filled, but it is blank`;
  if (versionTag !== undefined && versionTag !== null && typeof versionTag !== 'string') {
    return `'${resourceName}': Expected the version tag of the ${what} to be a text, but it is not`;
  }
  return { id, versionTag: versionTag ?? '' };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | string {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  return isObject ? (document as Record<string, unknown>) : 'Expected a JSON object, but it is another JSON value';
}
