import { TextInput } from '@carbon/react';
import { useState } from 'react';
import type { ApiProblem } from '../../api/api-problem.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { problemText } from '../../parts/problem-words.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { MappingLine } from './migration-mapping.ts';

export interface MigrationReviewProps {
  readonly count: number;
  readonly isMore: boolean;
  /** The versions in words. */
  readonly from: string;
  readonly to: string;
  readonly lines: readonly MappingLine[];
  readonly blockingCount: number;
  readonly isPending: boolean;
  readonly problem: ApiProblem | null;
  onMigrate(): void;
  onClose(): void;
}

/** Says what is going to happen to how many, and wants a word typed. */
export function MigrationReview(props: MigrationReviewProps) {
  const { count, isMore, from, to, lines, blockingCount, isPending, problem, onMigrate, onClose } = props;
  const all = useTexts();
  const { migration: texts, parts } = all;
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === texts.confirmWord;
  const changed = lines.filter(({ source, target }) => source.id !== target?.id);
  return (
    <Dialog
      size="sm"
      className="migration-review"
      modalHeading={texts.reviewTitle}
      primaryButtonText={isPending ? texts.migrating : texts.migrate(count, isMore)}
      primaryButtonDisabled={!isConfirmed || isPending || count === 0}
      secondaryButtonText={parts.cancel}
      selectorPrimaryFocus="#migration-confirm"
      onRequestSubmit={() => {
        if (isConfirmed && !isPending) onMigrate();
      }}
      onRequestClose={onClose}
      shouldSubmitOnEnter
    >
      <p>
        <strong>{texts.review(count, isMore, from, to)}</strong>
      </p>
      <p>{texts.reviewHelp}</p>
      {blockingCount > 0 && (
        <p className="migration-warning" data-look="incident">
          {texts.blocking(blockingCount)}
        </p>
      )}
      {problem !== null && (
        <div className="migration-warning" role="alert" data-look="incident">
          <h3>{texts.failed}</h3>
          <p className="problem-detail">{problemText(problem, all)}</p>
        </div>
      )}
      <h3>{changed.length === 0 ? texts.reviewSame : texts.reviewChanged}</h3>
      <ul className="migration-changes">
        {changed.map(({ source, target }) => (
          <li key={source.id}>{texts.reviewLine(source.name, target?.name ?? texts.notMapped)}</li>
        ))}
      </ul>
      <TextInput
        id="migration-confirm"
        labelText={texts.confirm(texts.confirmWord)}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setTyped(target.value)}
      />
    </Dialog>
  );
}
