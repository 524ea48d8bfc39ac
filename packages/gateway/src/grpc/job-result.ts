import type { JobResult, UserTaskCorrections } from '@waggle/protocol';
import { argumentError } from '../dispatch/command-failure.ts';
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
      const { corrections, correctedAttributes } = correctionsOf(message.corrections);
      const isDenied = message.denied ?? false;
      if (!isDenied && correctedAttributes.length === 0) return undefined;
      return { type: 'userTask', isDenied, deniedReason: message.deniedReason ?? '', correctedAttributes, corrections };
    }
    default:
      throw argumentError(
        `Expected the type of the job result to be 'userTask' or 'adHocSubProcess', but got '${message.type}'`,
      );
  }
}

function correctionsOf(message: JobResultCorrectionsMessage | null | undefined): {
  readonly corrections: UserTaskCorrections;
  readonly correctedAttributes: readonly string[];
} {
  const given = {
    assignee: message?.assignee,
    candidateGroupsList: message?.candidateGroups?.values,
    candidateUsersList: message?.candidateUsers?.values,
    dueDate: message?.dueDate,
    followUpDate: message?.followUpDate,
    priority: message?.priority,
  };
  return {
    corrections: {
      assignee: given.assignee ?? '',
      candidateGroupsList: given.candidateGroupsList ?? [],
      candidateUsersList: given.candidateUsersList ?? [],
      dueDate: given.dueDate ?? '',
      followUpDate: given.followUpDate ?? '',
      priority: given.priority ?? -1,
    },
    correctedAttributes: Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name])),
  };
}
