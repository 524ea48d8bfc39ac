import { MESSAGE_BYTES_MAX } from '@waggle/protocol';

/** Bytes of a request: the largest command plus names and framing around it. */
export const REQUEST_BYTES_MAX = MESSAGE_BYTES_MAX + 64 * 1024;

/** Files of one deployment. Far above any project's; bounds the parts a hostile request makes us handle. */
export const DEPLOYMENT_FILES_MAX = 1_000;

/** Text parts of a deployment: only `tenantId` is known, the rest is tolerated. */
export const DEPLOYMENT_FIELDS_MAX = 20;

/** Bytes of a text part or part name: ids are far shorter. */
export const DEPLOYMENT_FIELD_BYTES_MAX = 1_024;

/**
 * Characters of a body up to which all violations are collected. In larger ones the first ends the check, because a
 * body of a million wrong items would become a million errors.
 */
export const ALL_VIOLATIONS_BODY_LENGTH_MAX = 16 * 1024;

/** Violations told in one answer: nobody reads more. */
export const VIOLATIONS_MAX = 20;

/** Characters of a client's own text repeated in an answer: enough to recognise it. */
export const QUOTED_TEXT_LENGTH_MAX = 100;

/**
 * Ms a client may take to send its request, so that slow senders do not hold connections for ever. Of an upload of a
 * document: ms that may pass without anything coming.
 */
export const REQUEST_RECEIVE_TIMEOUT_MS = 60_000;

/** Ms between two looks for slow senders. */
export const RECEIVE_CHECK_MS = 5_000;

/** Ms an idle connection stays open; longer than the usual 60 s of load balancers, which must be the ones to close. */
export const KEEP_ALIVE_TIMEOUT_MS = 72_000;

/** Ms running requests get to finish when the server closes. */
export const CLOSE_GRACE_MS = 10_000;

/** Ms between looks for connections that became idle while the server closes. */
export const CLOSE_IDLE_CHECK_MS = 20;

/** Characters of a key in a path: the HTTP parser ends a request's head at 16 kB anyway. */
export const PATH_PARAMETER_LENGTH_MAX = 16 * 1024;
