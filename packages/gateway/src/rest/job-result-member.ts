import type { JobResult } from '@waggle/protocol';
import { userTaskJobResult } from '../dispatch/index.ts';
import { jsonItems, jsonMembers } from './json-parts.ts';
import { nestedVariables } from './nested-variables.ts';
import type { JobResultMember } from './schemas/job-result.ts';

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
  const corrections = member.corrections ?? {};
  return userTaskJobResult({
    isDenied: member.denied ?? false,
    deniedReason: member.deniedReason ?? '',
    corrections: {
      assignee: corrections.assignee,
      dueDate: corrections.dueDate,
      followUpDate: corrections.followUpDate,
      candidateUsersList: corrections.candidateUsers,
      candidateGroupsList: corrections.candidateGroups,
      priority: corrections.priority,
    },
  });
}
