import { Button } from '@carbon/react';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem.ts';
import { useTold } from '../app/untold-problems.ts';
import { useTexts } from '../texts/use-texts.ts';
import { problemWords } from './problem-words.ts';

export interface ProblemNoticeProps {
  /** Typed as the API's; what came may have been of another shape, so that something else threw. */
  readonly problem: Error;
  /** Whether it stands in for the whole page, so that its title is the page's. */
  readonly isPage?: boolean;
  onRetry?(): void;
  /** Where else to go when there is no such thing: another try would find it no more. */
  readonly children?: ReactNode;
}

/** Stands where something could not be shown: what happened, what to do, another try. */
export function ProblemNotice({ problem, isPage = false, onRetry, children }: ProblemNoticeProps) {
  const texts = useTexts();
  useTold(problem);
  const isMissing = problem instanceof ApiProblem && problem.isNotFound;
  const { title, text, detail } = problemWords(problem, texts);
  const details =
    problem instanceof ApiProblem
      ? `${problem.request}\n${problem.status} ${problem.title}\n${problem.detail}`
      : (problem.stack ?? problem.message);
  return (
    <div className="problem-notice" role="alert">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {text !== undefined && <p>{text}</p>}
      {detail !== undefined && <p className="problem-detail">{detail}</p>}
      <div className="empty-state-actions">
        {isMissing && children}
        {onRetry !== undefined && !(isMissing && children !== undefined) && (
          <Button size="sm" kind="tertiary" onClick={onRetry}>
            {texts.parts.retry}
          </Button>
        )}
        <Button size="sm" kind="ghost" onClick={() => void navigator.clipboard.writeText(details)}>
          {texts.shell.copyDetails}
        </Button>
      </div>
    </div>
  );
}
