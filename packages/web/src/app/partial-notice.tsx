import { ActionableNotification } from '@carbon/react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../parts/problem-words.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useUntoldProblems } from './untold-problems.ts';

/** More sentences would push the page out of sight. */
const SENTENCES_MAX = 3;

/** Stands above the page when parts of it are missing or old without saying so themselves: nothing is silently empty. */
export function PartialNotice() {
  const texts = useTexts();
  const queries = useQueryClient();
  const untold = useUntoldProblems();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const sentences = [...new Set(untold.map((problem) => problemText(problem, texts)))].filter(
    (sentence) => !dismissed.has(sentence),
  );
  if (sentences.length === 0) return null;
  return (
    <ActionableNotification
      className="shell-notice"
      inline
      kind="warning"
      lowContrast
      hasFocus={false}
      title={texts.problems.partTitle}
      subtitle={sentences.slice(0, SENTENCES_MAX).join(' ')}
      actionButtonLabel={texts.parts.retry}
      aria-label={texts.parts.close}
      onActionButtonClick={() =>
        void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
      }
      // What somebody may not see stays so: said once is enough.
      onCloseButtonClick={() => setDismissed(new Set([...dismissed, ...sentences]))}
    />
  );
}
