import { Copy, Download } from '@carbon/icons-react';
import { Button, ContentSwitcher, Switch, Toggle } from '@carbon/react';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.ts';
import { saveFile } from '../../../api/download.ts';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { notify } from '../../../app/notifications.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import type { OpenReplay } from './use-replay.ts';

export interface CopyAsTestProps {
  readonly open: OpenReplay;
  readonly instance: ProcessInstanceResult;
  /** Of the present moment, among all records. */
  readonly index: number;
  onClose(): void;
}

const runners = ['vitest', 'node'] as const;
/** More of the text is not drawn; it is copied and downloaded whole. */
const SHOWN_LENGTH = 60_000;

/** A test that does again what happened, to put into a project. */
export function CopyAsTest({ open, instance, index, onClose }: CopyAsTestProps) {
  const { test: texts } = useTexts().replay;
  const [runner, setRunner] = useState<(typeof runners)[number]>('vitest');
  const [isUntilHere, setUntilHere] = useState(false);
  const [source, setSource] = useState<string>();
  const [error, setError] = useState<Error>();
  const [attempt, setAttempt] = useState(0);
  const until = isUntilHere ? index : open.records - 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let isGone = false;
    setSource(undefined);
    setError(undefined);
    open.client.ask('scenario', { until, runner }).then(
      (text) => !isGone && setSource(text),
      (reason: unknown) => !isGone && setError(reason instanceof Error ? reason : new Error(String(reason))),
    );
    return () => {
      isGone = true;
    };
  }, [open.client, until, runner, attempt]);

  const fileName = `${instance.processDefinitionId}-${instance.processInstanceKey}.test.ts`.replaceAll(/[^\w.-]/g, '_');
  const copy = async () => {
    await navigator.clipboard.writeText(source ?? '');
    notify({ kind: 'success', title: texts.copied });
  };
  return (
    <Dialog passiveModal size="lg" modalHeading={texts.title} onRequestClose={onClose}>
      <p className="replay-test-help">{texts.help}</p>
      <div className="replay-test-bar">
        <ContentSwitcher
          size="sm"
          aria-label={texts.runner}
          selectedIndex={runners.indexOf(runner)}
          onChange={({ name }) => setRunner(name as (typeof runners)[number])}
        >
          {runners.map((each) => (
            <Switch key={each} name={each} text={texts.runners[each]} />
          ))}
        </ContentSwitcher>
        <Toggle
          id="replay-test-until"
          size="sm"
          labelText={texts.untilHere}
          hideLabel
          toggled={isUntilHere}
          onToggle={setUntilHere}
        />
        <span className="replay-banner-actions">
          <Button
            size="sm"
            kind="ghost"
            renderIcon={Download}
            disabled={source === undefined}
            onClick={() => saveFile(new Blob([source ?? '']), fileName)}
          >
            {texts.download}
          </Button>
          <Button size="sm" renderIcon={Copy} disabled={source === undefined} onClick={() => void copy()}>
            {texts.copy}
          </Button>
        </span>
      </div>
      {error instanceof ApiProblem ? (
        <ProblemNotice problem={error} onRetry={() => setAttempt(attempt + 1)} />
      ) : error !== undefined ? (
        <EmptyState title={texts.noTest} text={error.message} />
      ) : source === undefined ? (
        <PageSkeleton />
      ) : (
        <>
          <pre className="replay-test-source" tabIndex={0} role="region" aria-label={fileName}>
            {source.slice(0, SHOWN_LENGTH)}
          </pre>
          {source.length > SHOWN_LENGTH && <p className="pane-note">{texts.cut}</p>}
        </>
      )}
    </Dialog>
  );
}
