import type { JobResult } from '@waggle/protocol';
import { argumentError } from '../dispatch/command-failure.ts';
import { userTaskJobResult } from '../dispatch/user-task-job-result.ts';
import { checkVariables } from '../dispatch/variables-text.ts';

/** `gateway_protocol.JobResult`: what listeners and ad-hoc sub-processes answer beyond variables. */
export interface JobResultMessage {
  readonly type?: string;
  readonly denied?: boolean;
  readonly deniedReason?: string;
  readonly corrections?: JobResultCorrectionsMessage | null;
  readonly activateElements: readonly { readonly elementId: string; readonly variables: string }[];
  readonly isCompletionConditionFulfilled?: boolean;
  readonly isCancelRemainingInstances?: boolean;
}

interface JobResultCorrectionsMessage {
  readonly assignee?: string;
  readonly dueDate?: string;
  readonly followUpDate?: string;
  readonly candidateUsers?: { readonly values: readonly string[] } | null;
  readonly candidateGroups?: { readonly values: readonly string[] } | null;
  readonly priority?: number;
}

/**
 * @returns `undefined` for a result that says nothing, which some clients always send.
 * @throws {CommandFailedError} kind `argument`: an unknown type, or variables that are no JSON object.
 */
export function jobResult(message: JobResultMessage | null | undefined): JobResult | undefined {
  if (!message) return undefined;
  switch (message.type ?? '') {
    case 'adHocSubProcess':
      return {
        type: 'adHocSubProcess',
        activateElements: message.activateElements.map(({ elementId, variables }) => ({
          elementId,
          variables: checkVariables(variables),
        })),
        isCompletionConditionFulfilled: message.isCompletionConditionFulfilled ?? false,
        isCancelRemainingInstances: message.isCancelRemainingInstances ?? false,
      };
    case '':
    case 'userTask': {
      const { corrections } = message;
      return userTaskJobResult({
        isDenied: message.denied ?? false,
        deniedReason: message.deniedReason ?? '',
        corrections: {
          assignee: corrections?.assignee,
          dueDate: corrections?.dueDate,
          followUpDate: corrections?.followUpDate,
          candidateUsersList: corrections?.candidateUsers?.values,
          candidateGroupsList: corrections?.candidateGroups?.values,
          priority: corrections?.priority,
        },
      });
    }
    default:
      throw argumentError(
        `Expected the type of the job result to be 'userTask' or 'adHocSubProcess', but got '${message.type}'`,
      );
  }
}
