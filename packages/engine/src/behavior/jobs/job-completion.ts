import type { JobValue, Key } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { Rejection } from '../../rejection.ts';
import type { ElementInstance } from '../../state/element-instance.ts';

/** What follows when a worker completes a job of one kind. Registered in `processors/job-complete.ts`. */
export interface JobCompletion {
  /** Refuses what the worker gave before anything is written. Absent = everything is fine. */
  check?(processing: Processing, job: JobValue, request: JobValue, jobKey: Key): Rejection | undefined;
  /**
   * Lets the element go on. JOB COMPLETED is written, so the job is gone.
   * @param instance the element the job was for; it may be leaving by now.
   * @param job the completed job with the worker's `variables` (JSON object text) and `result`.
   */
  completed(processing: Processing, instance: ElementInstance, job: JobValue): void;
}
