import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  type DecisionInstanceResult,
  type ElementInstanceResult,
  type JobResult,
  type ProcessInstanceResult,
  searchDecisionInstances,
  searchJobs,
} from '../../../api/gen/api.ts';
import { useApi } from '../../../api/use-api.ts';
import { ElementIcon } from '../../../parts/element-icon.tsx';
import { KeyText } from '../../../parts/key-text.tsx';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { instanceState, StateTag } from '../../../parts/state-tag.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { ProcessModel } from '../../model/process-model.ts';
import { useCalledInstances } from '../use-called-instances.ts';
import type { InstanceSelection } from '../use-selection.ts';
import { useWaitStateText } from '../use-wait-state-text.ts';
import { useWaitStates } from '../use-wait-states.ts';
import { ChooseInstance } from './choose-instance.tsx';
import { JobFacts } from './job-facts.tsx';

export interface DetailsTabProps {
  readonly instance: ProcessInstanceResult;
  readonly selection: InstanceSelection;
  readonly model: ProcessModel | undefined;
  onSelect(elementId: string | undefined, elementInstanceKey?: string): void;
}

/** What is known of the selected element instance, its job, and what it waits for or led to. */
export function DetailsTab({ instance, selection, model, onSelect }: DetailsTabProps) {
  const { elementId, elementInstance } = selection;
  if (elementId === undefined) return <ProcessFacts instance={instance} />;
  if (selection.isLoading) return <PageSkeleton />;
  if (elementInstance === undefined) {
    return (
      <ChooseInstance
        processInstanceKey={instance.processInstanceKey}
        elementId={elementId}
        count={selection.count}
        onChoose={(key) => onSelect(elementId, key)}
      />
    );
  }
  return <ElementFacts key={elementInstance.elementInstanceKey} instance={elementInstance} model={model} />;
}

interface FactProps {
  readonly name: string;
  /** `undefined` and `false` = nothing is said. */
  readonly children: ReactNode;
}

function Fact({ name, children }: FactProps) {
  if (children === undefined || children === false) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function ProcessFacts({ instance }: { readonly instance: ProcessInstanceResult }) {
  const { details: texts } = useTexts().instance;
  return (
    <div className="details-tab">
      <dl className="facts">
        <Fact name={texts.process}>{instance.processDefinitionId}</Fact>
        <Fact name={texts.definitionKey}>
          <KeyText value={instance.processDefinitionKey} />
        </Fact>
        <Fact name={texts.processInstanceKey}>
          <KeyText value={instance.processInstanceKey} />
        </Fact>
        <Fact name={texts.start}>
          <TimeText date={instance.startDate} isExact />
        </Fact>
        <Fact name={texts.end}>{instance.endDate !== null && <TimeText date={instance.endDate} isExact />}</Fact>
        <Fact name={texts.root}>
          {instance.rootProcessInstanceKey !== null &&
            instance.rootProcessInstanceKey !== instance.processInstanceKey && (
              <Link
                to="/operate/processes/$processInstanceKey"
                params={{ processInstanceKey: instance.rootProcessInstanceKey }}
              >
                {instance.rootProcessInstanceKey}
              </Link>
            )}
        </Fact>
      </dl>
    </div>
  );
}

interface ElementFactsProps {
  readonly instance: ElementInstanceResult;
  readonly model: ProcessModel | undefined;
}

function ElementFacts({ instance, model }: ElementFactsProps) {
  const { instance: texts } = useTexts();
  const formats = useFormats();
  const key = instance.elementInstanceKey;
  const { processInstanceKey } = instance;
  const jobs = useApi(
    searchJobs,
    {
      body: {
        filter: { elementInstanceKey: key, kind: { $in: ['BPMN_ELEMENT' as const, 'AD_HOC_SUB_PROCESS' as const] } },
        sort: [{ field: 'creationTime', order: 'DESC' }],
        page: { limit: 1 },
      },
    },
    { live: { valueTypes: ['JOB'], processInstanceKey } },
  );
  const decisions = useApi(
    searchDecisionInstances,
    { body: { filter: { elementInstanceKey: key }, page: { limit: 20 } } },
    {
      enabled: instance.type === 'BUSINESS_RULE_TASK',
      live: { valueTypes: ['DECISION_EVALUATION'], processInstanceKey },
    },
  );
  const called = useCalledInstances(processInstanceKey, key);
  const waitStates = useWaitStates(processInstanceKey, { elementInstanceKey: key });
  const waitStateText = useWaitStateText();
  const job: JobResult | undefined = jobs.data?.items[0];
  const [decision] = (decisions.data?.items ?? []).filter(
    (one: DecisionInstanceResult) => one.decisionDefinitionKey === one.rootDecisionDefinitionKey,
  );
  const durationMs = new Date(instance.endDate ?? Date.now()).getTime() - new Date(instance.startDate).getTime();
  const modelType = model?.elements.get(instance.elementId)?.type;
  return (
    <div className="details-tab">
      <h3 className="details-name">
        <ElementIcon type={instance.type} />
        {instance.elementName || instance.elementId}
        <StateTag state={instanceState(instance)} />
      </h3>
      {waitStates.length > 0 && (
        <ul className="waiting-list" data-look="waiting" aria-label={texts.waiting.title}>
          {waitStates.map((state) => (
            <li key={JSON.stringify(state.details)}>{waitStateText(state.details)}</li>
          ))}
        </ul>
      )}
      <dl className="facts">
        <Fact name={texts.details.elementId}>
          <KeyText value={instance.elementId} />
        </Fact>
        <Fact name={texts.details.type}>{texts.elementTypes[instance.type] ?? modelType ?? instance.type}</Fact>
        <Fact name={texts.details.elementInstanceKey}>
          <KeyText value={key} />
        </Fact>
        <Fact name={texts.details.start}>
          <TimeText date={instance.startDate} isExact />
        </Fact>
        <Fact name={texts.details.end}>
          {instance.endDate !== null && <TimeText date={instance.endDate} isExact />}
        </Fact>
        <Fact name={texts.details.duration}>{formats.duration(Math.max(0, durationMs))}</Fact>
        <Fact name={texts.details.called}>
          {called.items.length > 0 && (
            <span className="link-list">
              {called.items.map((one) => (
                <Link
                  key={one.processInstanceKey}
                  to="/operate/processes/$processInstanceKey"
                  params={{ processInstanceKey: one.processInstanceKey }}
                >
                  {texts.details.calledLink(
                    one.processDefinitionName ?? one.processDefinitionId,
                    one.processInstanceKey,
                  )}
                </Link>
              ))}
            </span>
          )}
        </Fact>
        <Fact name={texts.details.decision}>
          {decision !== undefined && (
            <Link
              to="/operate/decisions/$decisionEvaluationInstanceKey"
              params={{ decisionEvaluationInstanceKey: decision.decisionEvaluationInstanceKey }}
            >
              {decision.decisionDefinitionName || decision.decisionDefinitionId}
            </Link>
          )}
        </Fact>
      </dl>
      {job !== undefined && <JobFacts job={job} />}
    </div>
  );
}
