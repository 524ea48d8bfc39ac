import { Breadcrumb, BreadcrumbItem, Button, InlineNotification } from '@carbon/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DecisionInstanceGetQueryResult, DecisionInstanceResult } from '../../api/gen/api.ts';
import type { Evaluated } from '../../decision-model/decision-table-view.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { type Pane, SplitPanes } from '../../parts/split-panes.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DecisionLogic } from '../decisions/decision-logic.tsx';
import './decision.scss';
import { DecisionHeader } from './decision-header.tsx';
import { type DecisionSearch, decisionSearch } from './decision-search.ts';
import { DecisionTabs } from './decision-tabs.tsx';
import { DeleteEvaluation } from './delete-evaluation.tsx';
import { EvaluationSteps } from './evaluation-steps.tsx';
import { RequirementsPanel } from './requirements-panel.tsx';
import { useDecisionInstance, useEvaluation } from './use-decision-instance.ts';

const route = getRouteApi('/operate/decisions/$decisionEvaluationInstanceKey');
const noEvaluation: readonly DecisionInstanceResult[] = [];

/** One decision as it was made: by which rules, from what, with what result, and among which others. */
export function DecisionPage() {
  const { decisions: texts } = useTexts();
  const { decisionEvaluationInstanceKey: key } = route.useParams();
  const { data: instance, error, refetch } = useDecisionInstance(key);
  useTitle(instance === undefined ? texts.one : nameOf(instance));
  return (
    <div className="list-page">
      <Breadcrumb noTrailingSlash className="list-crumbs">
        <BreadcrumbItem>
          <Link to="/operate/decisions" className="cds--link">
            {texts.title}
          </Link>
        </BreadcrumbItem>
      </Breadcrumb>
      {instance !== undefined && error?.isNotFound !== true ? (
        <DecisionDetails instance={instance} />
      ) : (
        <>
          <header className="list-head">
            <h1>{texts.one}</h1>
          </header>
          {error === null ? (
            <PageSkeleton />
          ) : (
            <ProblemNotice problem={error} onRetry={() => void refetch()}>
              <Link to="/operate/decisions">{texts.toAll}</Link>
            </ProblemNotice>
          )}
        </>
      )}
    </div>
  );
}

function DecisionDetails({ instance }: { readonly instance: DecisionInstanceGetQueryResult }) {
  const { decisions: texts } = useTexts();
  const isNarrow = useIsNarrow();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const evaluation = useEvaluation(instance.decisionEvaluationInstanceKey).data?.items;
  const evaluated = useMemo(() => evaluatedOf(instance), [instance]);
  const change = (changes: DecisionSearch) =>
    void navigate({ search: (before) => decisionSearch({ ...before, ...changes }), replace: true });
  const isDrdShown = search.drd ?? (evaluation?.length ?? 0) > 1;
  const logic: Pane = {
    id: 'logic',
    name: texts.logic,
    size: 60,
    content: (
      <DecisionLogic
        decisionDefinitionKey={instance.decisionDefinitionKey}
        decisionDefinitionId={instance.decisionDefinitionId}
        name={nameOf(instance)}
        evaluated={evaluated}
      />
    ),
  };
  const values: Pane = {
    id: 'values',
    name: texts.valuesShort,
    content: (
      <DecisionTabs instance={instance} tab={search.tab} onTab={(tab) => change(tab === undefined ? {} : { tab })} />
    ),
  };
  const requirements: Pane = {
    id: 'requirements',
    name: texts.diagramShort,
    size: 40,
    content: (
      <RequirementsPanel
        decisionDefinitionKey={instance.decisionDefinitionKey}
        decisionDefinitionId={instance.decisionDefinitionId}
        evaluation={evaluation ?? noEvaluation}
        search={search}
      />
    ),
  };
  const top: Pane = isDrdShown
    ? {
        id: 'top',
        name: texts.logic,
        size: 55,
        content: <SplitPanes id="decision-top" direction="horizontal" panes={[logic, requirements]} />,
      }
    : { ...logic, size: 55 };
  const panes = isNarrow ? [logic, values, requirements] : [top, values];
  return (
    <>
      <header className="list-head">
        <StateTag state={instance.state === 'FAILED' ? 'FAILED' : 'EVALUATED'} />
        <h1>{nameOf(instance)}</h1>
        <div className="list-actions">
          {!isNarrow && (
            <Button size="sm" kind="ghost" aria-pressed={isDrdShown} onClick={() => change({ drd: !isDrdShown })}>
              {isDrdShown ? texts.hideRequirements : texts.showRequirements}
            </Button>
          )}
          <DeleteEvaluation
            decisionEvaluationKey={instance.decisionEvaluationKey}
            decisionCount={evaluation?.length ?? 1}
            onDeleted={() => void navigate({ to: '/operate/decisions', search: {}, replace: true })}
          />
        </div>
      </header>
      <DecisionHeader instance={instance} />
      <EvaluationSteps
        evaluation={evaluation ?? noEvaluation}
        currentKey={instance.decisionEvaluationInstanceKey}
        search={search}
      />
      {instance.state === 'FAILED' && (
        <InlineNotification
          className="decision-failure"
          kind="error"
          lowContrast
          hideCloseButton
          role="status"
          title={texts.failedTitle}
          subtitle={instance.evaluationFailure ?? ''}
        />
      )}
      <SplitPanes key={String(isDrdShown)} id="decision" direction="vertical" panes={panes} />
    </>
  );
}

function nameOf({ decisionDefinitionName, decisionDefinitionId }: DecisionInstanceGetQueryResult): string {
  return decisionDefinitionName === '' ? decisionDefinitionId : decisionDefinitionName;
}

function evaluatedOf({ evaluatedInputs, matchedRules }: DecisionInstanceGetQueryResult): Evaluated {
  return {
    inputs: new Map(evaluatedInputs.map(({ inputId, inputValue }) => [inputId, inputValue])),
    // The API counts rules from 1 on.
    matched: matchedRules.map(({ ruleIndex }) => ruleIndex - 1),
  };
}
