import type { JobResult, UserTaskCorrections } from '@waggle/protocol';

/** What a task listener decided, as clients say it: absent and null leave an attribute as it is. */
export interface UserTaskDecision {
  readonly isDenied: boolean;
  readonly deniedReason: string;
  readonly corrections: { readonly [Name in keyof UserTaskCorrections]?: UserTaskCorrections[Name] | null | undefined };
}

const UNSAID: UserTaskCorrections = {
  assignee: '',
  dueDate: '',
  followUpDate: '',
  candidateUsersList: [],
  candidateGroupsList: [],
  priority: -1,
};

/** @returns `undefined` for a decision that says nothing, which some clients always send. */
export function userTaskJobResult({ isDenied, deniedReason, corrections }: UserTaskDecision): JobResult | undefined {
  const given = Object.entries(corrections).filter(([, value]) => value !== undefined && value !== null);
  if (!isDenied && given.length === 0) return undefined;
  return {
    type: 'userTask',
    isDenied,
    deniedReason,
    correctedAttributes: given.map(([name]) => name).sort(),
    corrections: { ...UNSAID, ...Object.fromEntries(given) },
  };
}
