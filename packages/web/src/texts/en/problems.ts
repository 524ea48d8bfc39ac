/** Why something did not work, in words of the person. */
export const problems = {
  /** The server cannot tell who asks. */
  signedOut: 'You are not signed in',
  signedOutHelp: 'Sign in again in another tab, then try again: nothing that was typed here is lost.',
  slow: 'The server did not answer in time',
  slowHelp: 'It may have done it all the same: look before you try again.',
  unreadable: 'The answer cannot be read',
  unreadableHelp:
    'Something else than the server may have answered in its place, such as a proxy or a page to sign in.',
  failed: (status: number) => `The server answered with status ${status}, without a reason.`,
  partTitle: 'Not all of this page could be shown',
  /** Without a sentence below. */
  denied: (of: string | undefined) => (of === undefined ? 'You may not do this.' : `You may not do this with ${of}.`),
  /** @param of ids that it is about, absent = all. */
  permissions: {
    READ_PROCESS_DEFINITION: (of) => (of ? `You may not see the process ${of}.` : 'You may not see processes.'),
    READ_PROCESS_INSTANCE: (of) => (of ? `You may not see instances of ${of}.` : 'You may not see process instances.'),
    CREATE_PROCESS_INSTANCE: (of) => (of ? `You may not start ${of}.` : 'You may not start processes.'),
    UPDATE_PROCESS_INSTANCE: (of) =>
      of ? `You may not change instances of ${of}.` : 'You may not change process instances.',
    MODIFY_PROCESS_INSTANCE: (of) =>
      of ? `You may not modify instances of ${of}.` : 'You may not modify process instances.',
    CANCEL_PROCESS_INSTANCE: (of) =>
      of ? `You may not cancel instances of ${of}.` : 'You may not cancel process instances.',
    SUSPEND_PROCESS_INSTANCE: (of) =>
      of ? `You may not suspend or resume instances of ${of}.` : 'You may not suspend or resume process instances.',
    DELETE_PROCESS_INSTANCE: (of) =>
      of ? `You may not delete instances of ${of}.` : 'You may not delete process instances.',
    READ_USER_TASK: (of) => (of ? `You may not see tasks of ${of}.` : 'You may not see tasks.'),
    UPDATE_USER_TASK: (of) => (of ? `You may not change tasks of ${of}.` : 'You may not change tasks.'),
    CLAIM_USER_TASK: (of) => (of ? `You may not claim tasks of ${of}.` : 'You may not claim tasks.'),
    COMPLETE_USER_TASK: (of) => (of ? `You may not complete tasks of ${of}.` : 'You may not complete tasks.'),
    'USER_TASK:READ': () => 'You may not see this task.',
    'USER_TASK:UPDATE': () => 'You may not change this task.',
    'USER_TASK:CLAIM': () => 'You may not claim this task.',
    'USER_TASK:COMPLETE': () => 'You may not complete this task.',
    READ_DECISION_DEFINITION: (of) => (of ? `You may not see the decision ${of}.` : 'You may not see decisions.'),
    READ_DECISION_INSTANCE: (of) =>
      of ? `You may not see evaluations of ${of}.` : 'You may not see evaluations of decisions.',
    DELETE_DECISION_INSTANCE: (of) =>
      of ? `You may not delete evaluations of ${of}.` : 'You may not delete evaluations of decisions.',
    'DECISION_REQUIREMENTS_DEFINITION:READ': (of) =>
      of ? `You may not see the decision requirements ${of}.` : 'You may not see decision requirements.',
    DELETE_PROCESS: (of) => (of ? `You may not delete the process ${of}.` : 'You may not delete processes.'),
    DELETE_DRD: (of) => (of ? `You may not delete the decisions of ${of}.` : 'You may not delete decisions.'),
    'BATCH:CREATE': () => 'You may not start batch operations.',
    'BATCH:READ': () => 'You may not see batch operations.',
    'BATCH:UPDATE': () => 'You may not suspend, resume or cancel batch operations.',
    'AUDIT_LOG:READ': () => 'You may not see the operations log.',
    'DOCUMENT:CREATE': () => 'You may not upload files.',
    'DOCUMENT:READ': () => 'You may not open files.',
    'COMPONENT:ACCESS': () => 'You may not use this app.',
  } satisfies Record<string, (of: string | undefined) => string>,
  /** @param of ids that it is about, absent = all. */
  ask: (permission: string, resourceType: string, of: string | undefined) =>
    of === undefined
      ? `Ask an administrator for ${permission} on ${resourceType}.`
      : `Ask an administrator for ${permission} on ${resourceType} ${of}.`,
};
