import type { DeploymentResource } from '@waggle/protocol';

/** A file's content as text; `undefined` when it is no UTF-8. */
export function resourceText({ resource }: DeploymentResource): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(resource);
  } catch {
    // The bytes are a client's; that they are no text is the answer.
    return undefined;
  }
}

export function noText(resourceName: string): string {
  return `'${resourceName}': Expected UTF-8 text, but it holds other bytes`;
}
