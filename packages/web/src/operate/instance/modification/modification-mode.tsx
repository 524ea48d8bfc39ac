import { Button } from '@carbon/react';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import { useProcessFacts } from '../../model/use-process-facts.ts';
import { ModificationPanes } from './modification-panes.tsx';
import './modification.scss';

export interface ModificationModeProps {
  readonly instance: ProcessInstanceResult;
  /** Selected when it begins. */
  readonly elementId: string | undefined;
  onClose(): void;
}

/** Takes the place of the page's panes while `mode=modify` is in the address. */
export function ModificationMode(props: ModificationModeProps) {
  const { modification: texts } = useTexts();
  const { processDefinitionKey, processDefinitionId, state } = props.instance;
  const { xml, facts, problem, failure, retry } = useProcessFacts({
    key: processDefinitionKey,
    processId: processDefinitionId,
  });
  if (problem !== null && xml === undefined) return <ProblemNotice problem={problem} onRetry={retry} />;
  if (state !== 'ACTIVE' && state !== 'SUSPENDED') {
    return (
      <EmptyState title={texts.title} text={texts.finished}>
        <Button size="sm" onClick={props.onClose}>
          {texts.leave}
        </Button>
      </EmptyState>
    );
  }
  if (failure !== undefined) return <EmptyState title={texts.modelFailed} text={failure} />;
  if (xml === undefined || facts === undefined) return <PageSkeleton />;
  return <ModificationPanes {...props} xml={xml} facts={facts} />;
}
