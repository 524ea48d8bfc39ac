import { ApiProblem } from '../api/api-problem.ts';
import { missingPermissionOf } from '../api/missing-permission.ts';
import type { Texts } from '../texts/language.ts';

export interface ProblemWords {
  readonly title: string;
  /** Why, and what to do about it. */
  readonly text?: string;
  /** What the server said, where that adds something. */
  readonly detail?: string;
}

/** A problem in words of the person who meets it. */
export function problemWords(problem: Error, { parts, problems }: Texts): ProblemWords {
  if (!(problem instanceof ApiProblem)) return { title: parts.problem, detail: problem.message };
  if (problem.isUnreadable)
    return { title: problems.unreadable, text: problems.unreadableHelp, detail: problem.detail };
  if (problem.isUnreachable) return { title: parts.unreachable, text: parts.unreachableHelp, ...said(problem) };
  switch (problem.status) {
    case 401:
      return { title: problems.signedOut, text: problems.signedOutHelp, ...said(problem) };
    case 403: {
      const missing = missingPermissionOf(problem);
      if (missing === undefined) return { title: parts.forbidden, text: parts.forbiddenHelp, ...said(problem) };
      return { title: parts.forbidden, text: deniedText(missing, problems) };
    }
    case 404:
      return { title: parts.missing, text: parts.missingHelp, ...said(problem) };
    case 503:
      return { title: parts.tooBusy, ...said(problem) };
    case 504:
      return { title: problems.slow, text: problems.slowHelp, ...said(problem) };
    default:
      return problem.detail === ''
        ? { title: parts.problem, text: problems.failed(problem.status) }
        : { title: parts.problem, ...said(problem) };
  }
}

/** In one paragraph, to follow a sentence that says what was tried. */
export function problemText(problem: Error, texts: Texts): string {
  const { title, text, detail } = problemWords(problem, texts);
  // What the server says about this very thing says more than what holds for all of its kind.
  if (problem instanceof ApiProblem && detail !== undefined && !problem.isUnreadable && !problem.isUnreachable) {
    return detail;
  }
  if (problem instanceof ApiProblem && problem.status === 403 && text !== undefined) return text;
  return [title, text ?? detail].filter((part) => part !== undefined).join('. ');
}

function said({ detail }: ApiProblem): { readonly detail?: string } {
  return detail === '' ? {} : { detail };
}

function deniedText(
  { permission, resourceType, resourceIds }: NonNullable<ReturnType<typeof missingPermissionOf>>,
  problems: Texts['problems'],
): string {
  const of = resourceIds.length === 0 ? undefined : resourceIds.join(', ');
  const sentences: Readonly<Record<string, (of: string | undefined) => string>> = problems.permissions;
  // Batch operations have a permission for each of their kinds.
  const sentence =
    sentences[permission] ??
    sentences[`${resourceType}:${permission}`] ??
    sentences[`${resourceType}:${permission.split('_', 1)[0]}`] ??
    problems.denied;
  return `${sentence(of)} ${problems.ask(permission, resourceType, of)}`;
}
