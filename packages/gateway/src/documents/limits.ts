/** Bytes of a document unless the server is told otherwise. Content is streamed, so it costs disk, not memory. */
export const DOCUMENT_BYTES_MAX_DEFAULT = 100 * 1024 * 1024;

/** Files of one batch: a form with more attachments is uploaded in several. */
export const BATCH_FILES_MAX = 100;

/** Bytes of the metadata of a request: of one document far less is reasonable, of a batch this much for all. */
export const METADATA_BYTES_MAX = 1024 * 1024;

/** Bytes of the custom properties of one document: what is larger belongs into variables or another document. */
export const CUSTOM_PROPERTIES_LENGTH_MAX = 64 * 1024;

/** Characters of a document's id. */
export const DOCUMENT_ID_LENGTH_MAX = 255;

/** Ms between two looks for expired documents. What has expired is not given out from the moment it has. */
export const CLEAN_UP_INTERVAL_MS = 10 * 60_000;

/** Expired documents deleted at a time, so that the clean-up of many does not hold the disk for long. */
export const CLEAN_UP_BATCH_MAX = 1_000;

/** Ms after which content that nothing was added to is no upload any more: the server that took it crashed. */
export const INCOMING_KEPT_MS = 24 * 3_600_000;

/** Ms that make one group of documents that expire together; the clean-up reads groups, never all documents. */
export const EXPIRY_GROUP_MS = 60 * 60_000;

/** How long a link holds when nothing else is asked for, as Camunda's. */
export const LINK_TIME_TO_LIVE_DEFAULT_MS = 3_600_000;

/** A week: signatures of S3 hold no longer. */
export const LINK_TIME_TO_LIVE_MAX_MS = 7 * 24 * 3_600_000;

/** Bytes a store in memory takes in all: it is for tests and for trying out. */
export const MEMORY_STORE_BYTES_MAX = 256 * 1024 * 1024;
