import { unsupportedError } from '../dispatch/command-failure.ts';

/** `gateway_protocol.JobResult`: what listeners and ad-hoc sub-processes answer beyond variables. */
export interface JobResultMessage {
  readonly denied?: boolean;
  readonly deniedReason?: string;
  readonly corrections?: object | null;
  readonly activateElements: readonly object[];
  readonly isCompletionConditionFulfilled?: boolean;
  readonly isCancelRemainingInstances?: boolean;
}

/** Lets through a result that says nothing, which some clients always send. */
export function checkEmptyResult(result: JobResultMessage | null | undefined): void {
  if (!result) return;
  const isTelling =
    result.denied ||
    result.corrections ||
    result.activateElements.length > 0 ||
    result.isCompletionConditionFulfilled ||
    result.isCancelRemainingInstances;
  if (isTelling) {
    throw unsupportedError(
      'Expected to complete a job without result, but it denies, corrects or activates something: results of ' +
        'listeners and ad-hoc sub-processes come later',
    );
  }
}
