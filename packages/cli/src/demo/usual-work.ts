import type { Variables } from './demo-api.ts';

/** How people complete a task when nothing special is planned for it. */
export const usualWork: Readonly<Record<string, { readonly by: string; readonly variables: Variables }>> = {
  ReviewApplication: { by: 'james.carter', variables: { verdict: 'approve', checked: ['identity', 'income'] } },
  SignContract: { by: 'aylin.demir', variables: { signedBy: 'aylin.demir', identityChecked: true } },
  PrepareContract: { by: 'maria.garcía', variables: { contractSigned: true } },
  CompleteTraining: { by: 'lena.vogt', variables: { passed: true, score: 88 } },
  TalkToMentor: { by: 'lena.vogt', variables: { minutes: 25, outcome: 'another try next month' } },
  ChooseLaptop: { by: 'søren.lund', variables: { laptop: 'light', keyboard: 'de' } },
  RequestAccess: { by: 'søren.lund', variables: { granted: true } },
};
