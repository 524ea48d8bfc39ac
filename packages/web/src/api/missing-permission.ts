import type { ApiProblem } from './api-problem.ts';

/** What somebody would need to be allowed to. */
export interface MissingPermission {
  /** `UPDATE_PROCESS_INSTANCE`. */
  readonly permission: string;
  /** `PROCESS_DEFINITION`. */
  readonly resourceType: string;
  /** Ids of processes and the like of which one would do; empty = the server named none. */
  readonly resourceIds: readonly string[];
}

/** As gateways and engines say it: "… to perform operation 'A' on resource 'B', required resource identifiers are one of '[*, c]'". */
const DENIED = /perform operation '(\w+)' on resource '(\w+)'(?:.*?resource identifiers are one of '\[(.*?)\]')?/s;
/** Stands for all there are: of no use to who asks for one. */
const ANY = '*';

/** @returns `undefined` where nothing was forbidden, or the server does not say what is missing. */
export function missingPermissionOf({ status, detail }: ApiProblem): MissingPermission | undefined {
  if (status !== 403) return undefined;
  const [, permission, resourceType, ids = ''] = DENIED.exec(detail) ?? [];
  if (permission === undefined || resourceType === undefined) return undefined;
  const resourceIds = ids
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '' && id !== ANY);
  return { permission, resourceType, resourceIds };
}
