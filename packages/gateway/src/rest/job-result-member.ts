import type { JobResult, UserTaskCorrections } from '@waggle/protocol';
import { jsonItems, jsonMembers } from './json-parts.ts';
import { nestedVariables } from './nested-variables.ts';
import type { JobResultCorrectionsMember, JobResultMember } from './schemas/job-result.ts';

/**
 * What a worker decided beside variables.
 * @param text the member as the client wrote it, for the variables in it.
 * @returns `undefined` for a result that says nothing, which some clients always send.
 */
export function jobResultOf(member: JobResultMember | null | undefined, text: string): JobResult | undefined {
  if (member === undefined || member === null) return undefined;
  if (member.type === 'adHocSubProcess') {
    const elementTexts = jsonItems(jsonMembers(text).get('activateElements'));
    return {
      type: 'adHocSubProcess',
      activateElements: (member.activateElements ?? []).map(({ elementId }, index) => ({
        elementId: elementId ?? '',
        variables: nestedVariables(elementTexts[index]),
      })),
      isCompletionConditionFulfilled: member.isCompletionConditionFulfilled ?? false,
      isCancelRemainingInstances: member.isCancelRemainingInstances ?? false,
    };
  }
  const { corrections, correctedAttributes } = correctionsOf(member.corrections ?? {});
  const isDenied = member.denied ?? false;
  if (!isDenied && correctedAttributes.length === 0) return undefined;
  return { type: 'userTask', isDenied, deniedReason: member.deniedReason ?? '', correctedAttributes, corrections };
}

function correctionsOf(member: JobResultCorrectionsMember): {
  readonly corrections: UserTaskCorrections;
  readonly correctedAttributes: readonly string[];
} {
  const given = {
    assignee: member.assignee,
    candidateGroupsList: member.candidateGroups,
    candidateUsersList: member.candidateUsers,
    dueDate: member.dueDate,
    followUpDate: member.followUpDate,
    priority: member.priority,
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
    correctedAttributes: Object.entries(given).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [name],
    ),
  };
}
