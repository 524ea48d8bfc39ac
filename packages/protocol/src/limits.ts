/** Limits every part of the platform shares. Each names its reason; a test sits at each. */

/** Bytes of one encoded command, record or message: Camunda's default maximum message size. */
export const MESSAGE_BYTES_MAX = 4 * 1024 * 1024;

/** Levels of nesting in a JSON document: deeper ones exhaust the stack of whoever reads them recursively. */
export const JSON_DEPTH_MAX = 500;

/** Characters kept of a job's error message; the rest is cut, as in Camunda. */
export const ERROR_MESSAGE_LENGTH_MAX = 10_000;

/** Characters of ids and names that clients choose: above it indexes in secondary stores break. */
export const IDENTIFIER_LENGTH_MAX = 256;

/** Name of the tenant that owns everything while multi-tenancy is off. */
export const DEFAULT_TENANT_ID = '<default>';
