import { WarningAlt } from '@carbon/icons-react';
import type { ReplayProblem } from '../../../replay/index.ts';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { OpenReplay } from './use-replay.ts';

/** Why less is shown than what happened. */
export function ReplayProblems({ open }: { readonly open: OpenReplay }) {
  const { problems: texts } = useTexts().replay;
  const formats = useFormats();
  const first = open.timeLine.timestamps[0];
  const textOf = ({ kind }: ReplayProblem): string => {
    if (kind === 'missingStart' && first !== undefined) {
      return texts.missingStart(formats.dateTime(new Date(first).toISOString()));
    }
    return kind === 'tooManyRecords' ? texts.tooManyRecords(open.records) : texts.others[kind];
  };
  const { problems } = open;
  if (problems.length === 0) return null;
  return (
    <ul className="replay-problems">
      {problems.map((problem) => (
        <li key={problem.kind} title={problem.message}>
          <WarningAlt aria-hidden />
          {textOf(problem)}
        </li>
      ))}
    </ul>
  );
}
