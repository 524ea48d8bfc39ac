import { Button, InlineLoading } from '@carbon/react';
import { ApiProblem } from '../../../api/api-problem.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import './replay.scss';
import { ReplayBoard } from './replay-board.tsx';
import type { ReplayPanelProps } from './replay-panel.tsx';
import { useReplay } from './use-replay.ts';

/** The past of an instance: while it is loaded, when there is none, and when there is. */
export function ReplayView(props: ReplayPanelProps) {
  const { replay: texts } = useTexts();
  const { instance, onClose } = props;
  const { replay, loaded, error, isExtending, extend, retry } = useReplay(instance.processInstanceKey);
  const back = (
    <Button size="sm" kind="tertiary" onClick={onClose}>
      {texts.backToNow}
    </Button>
  );
  if ((error instanceof ApiProblem && error.isNotFound) || replay?.records === 0) {
    return (
      <EmptyState title={texts.noHistory} text={texts.noHistoryHelp}>
        {back}
      </EmptyState>
    );
  }
  if (error instanceof ApiProblem) return <ProblemNotice problem={error} onRetry={retry} />;
  if (error !== undefined) {
    return (
      <div className="problem-notice" role="alert">
        <h2>{texts.failed}</h2>
        <p className="problem-detail">{error.message}</p>
        <div className="empty-state-actions">
          <Button size="sm" kind="tertiary" onClick={retry}>
            {texts.tryAgain}
          </Button>
          {back}
        </div>
      </div>
    );
  }
  if (replay === undefined) {
    return (
      <div className="replay-loading">
        <InlineLoading description={texts.loading(loaded)} />
      </div>
    );
  }
  return <ReplayBoard {...props} open={replay} isExtending={isExtending} onExtend={extend} />;
}
