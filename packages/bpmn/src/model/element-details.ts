import type { ExecutableElement } from '../model.ts';

/** The fields of an executable element that depend on its kind. */
export type ElementDetails = Pick<
  ExecutableElement,
  | 'isInterrupting'
  | 'job'
  | 'script'
  | 'message'
  | 'timer'
  | 'error'
  | 'calledElement'
  | 'calledDecision'
  | 'signal'
  | 'escalation'
  | 'conditional'
  | 'userTask'
  | 'form'
  | 'adHoc'
>;
