/** Limits of the logs. Each names its reason; a test sits at each. */

/** Bytes of one batch: sixteen of the largest messages; above it one flush would stall its neighbours for seconds. */
export const BATCH_BYTES_MAX = 64 * 1024 * 1024;

/** Positions one batch may span: their count is a 32-bit field on disk. */
export const BATCH_POSITIONS_MAX = 0xffff_ffff;

/**
 * Bytes of batches flushed together. More would not be faster (a flush of 1 MiB is limited by bandwidth, no longer by
 * latency), yet every append of the group would wait for all of it.
 */
export const GROUP_BYTES_MAX = 1024 * 1024;

/** Batches flushed together: bounds the time spent on resolving their promises in one turn of the event loop. */
export const GROUP_BATCHES_MAX = 4096;

/**
 * Bytes of appends called but not settled: eight of the largest batches. The broker bounds its pipeline far below;
 * reaching this means that somebody appends without ever waiting, which ends in an exhausted heap.
 */
export const PENDING_BYTES_MAX = 512 * 1024 * 1024;

/** Bytes of a segment when nothing else is asked: rolls are rare, and compaction still frees space in small steps. */
export const SEGMENT_BYTES_DEFAULT = 64 * 1024 * 1024;

/** Smallest segment: its header's page and room for a frame. Tests use it to roll often. */
export const SEGMENT_BYTES_MIN = 8 * 1024;

/** Largest segment: below 4 GiB minus the largest batch, so that every length in a segment fits 32 bits. */
export const SEGMENT_BYTES_MAX = 2 * 1024 * 1024 * 1024;

/** Bytes per read: large enough for full disk speed, small enough that a retained batch pins little memory. */
export const READ_BYTES = 4 * 1024 * 1024;

/** Bytes between two entries of a segment's index in memory: what a read may pass over in vain before its position. */
export const INDEX_STEP_BYTES = 256 * 1024;

/**
 * Bytes of zeros written between two syncs while a segment is prepared. Without the pauses one large write-back would
 * delay the flushes of the segment in use.
 */
export const PREPARE_STEP_BYTES = 4 * 1024 * 1024;

/**
 * Bytes written without a detour through the thread pool. Copying them to the page cache takes less time (10 us) than the
 * detour (60 us of latency, measured at p50), and the sync that follows leaves the thread free anyway.
 */
export const WRITE_AT_ONCE_BYTES_MAX = 64 * 1024;
