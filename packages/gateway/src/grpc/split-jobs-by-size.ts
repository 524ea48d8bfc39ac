import { type ActivatedJob, type ActivatedUserTask, MESSAGE_BYTES_MAX } from '@waggle/protocol';

/** Keys, numbers and field tags of one job, generously. */
const FIXED_BYTES = 256;

/** What `ActivateJobsResponse` itself adds, and room for the estimate's error. */
const RESERVE_BYTES = 16 * 1024;

/**
 * Cuts a batch into pieces that each fit a message of the size clients accept. A job that is too large alone gets a
 * piece of its own.
 */
export function splitJobsBySize(
  jobs: readonly ActivatedJob[],
  bytesMax: number = MESSAGE_BYTES_MAX - RESERVE_BYTES,
): readonly (readonly ActivatedJob[])[] {
  const pieces: ActivatedJob[][] = [];
  let piece: ActivatedJob[] = [];
  let pieceBytes = 0;
  for (const job of jobs) {
    const jobBytes = estimateBytes(job);
    if (piece.length > 0 && pieceBytes + jobBytes > bytesMax) {
      pieces.push(piece);
      piece = [];
      pieceBytes = 0;
    }
    piece.push(job);
    pieceBytes += jobBytes;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** An upper bound but for names, which `IDENTIFIER_LENGTH_MAX` keeps small. */
function estimateBytes(job: ActivatedJob): number {
  let bytes = FIXED_BYTES + Buffer.byteLength(job.variables);
  for (const name in job.customHeaders) {
    // Twice, because quotes and line ends in headers grow when they become JSON.
    bytes += 2 * (Buffer.byteLength(name) + Buffer.byteLength(job.customHeaders[name] ?? '')) + 6;
  }
  bytes += Buffer.byteLength(job.type) + Buffer.byteLength(job.worker);
  bytes += Buffer.byteLength(job.bpmnProcessId) + Buffer.byteLength(job.elementId);
  for (const tag of job.tags) bytes += Buffer.byteLength(tag) + 4;
  return job.userTask === undefined ? bytes : bytes + userTaskBytes(job.userTask);
}

function userTaskBytes(task: ActivatedUserTask): number {
  let bytes = FIXED_BYTES;
  const { action, assignee, dueDate, followUpDate, candidateGroups, candidateUsers, changedAttributes } = task;
  for (const text of [action, assignee, dueDate, followUpDate]) bytes += Buffer.byteLength(text);
  for (const text of [...candidateGroups, ...candidateUsers, ...changedAttributes])
    bytes += Buffer.byteLength(text) + 4;
  return bytes;
}
