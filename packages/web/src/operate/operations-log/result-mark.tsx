import { CheckmarkOutline, WarningAltFilled } from '@carbon/icons-react';
import type { AuditLogResult } from '../../api/gen/api.ts';
import { useTexts } from '../../texts/use-texts.ts';

export interface ResultMarkProps {
  readonly result: AuditLogResult['result'];
  /** Default `false`: the icon alone, the word as its name. */
  readonly isInWords?: boolean;
}

/** Whether an operation did what it was meant to. */
export function ResultMark({ result, isInWords = false }: ResultMarkProps) {
  const { results } = useTexts().operationsLog;
  const Icon = result === 'SUCCESS' ? CheckmarkOutline : WarningAltFilled;
  return (
    <span className="state-tag" data-look={result === 'SUCCESS' ? 'completed' : 'incident'} title={results[result]}>
      <Icon size={16} aria-hidden={isInWords} aria-label={isInWords ? undefined : results[result]} />
      {isInWords && <span>{results[result]}</span>}
    </span>
  );
}
