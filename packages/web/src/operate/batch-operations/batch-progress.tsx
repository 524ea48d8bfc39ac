import { useTexts } from '../../texts/use-texts.ts';
import './batch-progress.scss';

export interface BatchProgressProps {
  readonly completed: number;
  readonly failed: number;
  readonly total: number;
}

/** How far a batch operation is: done, failed, still to do; in words too. */
export function BatchProgress({ completed, failed, total }: BatchProgressProps) {
  const { batchOperations: texts } = useTexts();
  const percent = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  return (
    <span className="batch-progress">
      <span
        className="batch-progress-bar"
        role="progressbar"
        aria-label={texts.progress}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={completed + failed}
        aria-valuetext={texts.progressOf({ completed, failed, total })}
      >
        <span data-look="completed" style={{ inlineSize: `${percent(completed)}%` }} />
        <span data-look="incident" style={{ inlineSize: `${percent(failed)}%` }} />
      </span>
      <span className="batch-progress-text" title={texts.progressOf({ completed, failed, total })}>
        {texts.doneOf(completed + failed, total)}
      </span>
    </span>
  );
}
