import { Button } from '@carbon/react';
import type { ApiProblem } from '../api/api-problem.ts';
import type { Texts } from '../texts/language.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Stands where something could not be shown: what happened, what to do, another try. */
export function ProblemNotice({ problem, onRetry }: { readonly problem: ApiProblem; onRetry?(): void }) {
  const { parts, shell } = useTexts();
  const { title, help } = explanation(problem, parts);
  const details = `${problem.request}\n${problem.status} ${problem.title}\n${problem.detail}`;
  return (
    <div className="problem-notice" role="alert">
      <h2>{title}</h2>
      {help !== undefined && <p>{help}</p>}
      {problem.detail !== '' && <p className="problem-detail">{problem.detail}</p>}
      <div className="empty-state-actions">
        {onRetry !== undefined && (
          <Button size="sm" kind="tertiary" onClick={onRetry}>
            {parts.retry}
          </Button>
        )}
        <Button size="sm" kind="ghost" onClick={() => void navigator.clipboard.writeText(details)}>
          {shell.copyDetails}
        </Button>
      </div>
    </div>
  );
}

function explanation({ status, isUnreachable }: ApiProblem, parts: Texts['parts']): { title: string; help?: string } {
  if (isUnreachable) return { title: parts.unreachable, help: parts.unreachableHelp };
  if (status === 403) return { title: parts.forbidden, help: parts.forbiddenHelp };
  if (status === 404) return { title: parts.missing, help: parts.missingHelp };
  if (status === 503) return { title: parts.tooBusy };
  return { title: parts.problem };
}
