import { WarningAltFilled } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ProcessInstanceResult } from '../../api/gen/api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { SplitPanes } from '../../parts/split-panes.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { DetailsPane } from './details/details-pane.tsx';
import { InstanceDiagram } from './diagram/instance-diagram.tsx';
import { InstanceHeader } from './header/instance-header.tsx';
import { HistoryPane } from './history/history-pane.tsx';
import './instance.scss';
import { useProcessModel } from '../model/use-process-model.ts';
import type { InstanceSearch, InstanceTab } from './instance-search.ts';
import { ModificationMode } from './modification/modification-mode.tsx';
import { ReplayPanel } from './replay-panel/replay-panel.tsx';
import { useInstanceIncidents } from './use-instance-incidents.ts';
import { useProcessInstance } from './use-process-instance.ts';
import { useSelection } from './use-selection.ts';

const route = getRouteApi('/operate/processes/$processInstanceKey');

/** One process instance: where it is, how it got there, and what can be done about it. */
export function InstancePage() {
  const { instance: texts } = useTexts();
  const { processInstanceKey } = route.useParams();
  const { data: instance, error: problem, refetch } = useProcessInstance(processInstanceKey);
  useTitle(
    instance === undefined
      ? processInstanceKey
      : texts.pageTitle(instance.processDefinitionName ?? instance.processDefinitionId, processInstanceKey),
  );
  if (problem?.isNotFound === true) {
    return (
      <EmptyState
        isPage
        title={instance === undefined ? texts.missing(processInstanceKey) : texts.deletedMeanwhile}
        text={instance === undefined ? texts.missingHelp : texts.deletedMeanwhileHelp}
      >
        <Link to="/operate/processes">{texts.toProcesses}</Link>
      </EmptyState>
    );
  }
  if (instance === undefined) {
    return problem === null ? (
      <PageSkeleton />
    ) : (
      <ProblemNotice isPage problem={problem} onRetry={() => void refetch()} />
    );
  }
  // Another instance is another page: nothing that was typed or opened belongs to it.
  return <Instance key={processInstanceKey} instance={instance} />;
}

function Instance({ instance }: { readonly instance: ProcessInstanceResult }) {
  const { instance: texts } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const key = instance.processInstanceKey;
  const selection = useSelection(key, search);
  const source = useProcessModel(instance.processDefinitionKey);
  const { model } = source;

  const change = useCallback(
    (changed: { readonly [Name in keyof InstanceSearch]: InstanceSearch[Name] | undefined }, isStep = false) => {
      void navigate({
        from: '/operate/processes/$processInstanceKey',
        to: '.',
        search: (present) => ({ ...present, ...changed }) as InstanceSearch,
        // Going back leaves what was selected last, not every row the keys went over.
        replace: !isStep,
      });
    },
    [navigate],
  );
  const select = useCallback(
    (element: string | undefined, elementInstance?: string, tab?: InstanceTab) =>
      change({ element, elementInstance, ...(tab === undefined ? {} : { tab }) }),
    [change],
  );

  const diagram = (
    <InstanceDiagram
      instance={instance}
      source={source}
      elementId={selection.elementId}
      onSelect={(element) => select(element === selection.elementId ? undefined : element)}
    />
  );
  const history = (
    <HistoryPane
      instance={instance}
      model={model}
      selection={selection}
      isLatestFirst={search.order === 'latest'}
      onOrder={(isLatestFirst) => change({ order: isLatestFirst ? 'latest' : undefined })}
      onSelect={(one) => select(one?.elementId, one?.elementInstanceKey)}
    />
  );
  const details = (
    <DetailsPane
      instance={instance}
      model={model}
      selection={selection}
      tab={search.tab}
      onTab={(tab) => change({ tab })}
      onSelect={select}
    />
  );
  const panes = {
    diagram: { id: 'diagram', name: texts.panes.diagram, content: diagram, size: 50 },
    history: { id: 'history', name: texts.panes.history, content: history, size: 35 },
    details: { id: 'details', name: texts.panes.details, content: details, size: 65 },
  };
  return (
    <div className="instance-page" data-mode={search.mode ?? (search.replay === undefined ? undefined : 'replay')}>
      <InstanceHeader
        instance={instance}
        onModify={() => change({ mode: 'modify' }, true)}
        onReplay={() => change({ replay: 'start' }, true)}
      />
      {search.replay === undefined && (
        <IncidentBanner instance={instance} onOpen={() => select(undefined, undefined, 'incidents')} />
      )}
      {search.mode === 'modify' ? (
        <ModificationMode
          instance={instance}
          elementId={selection.elementId}
          onClose={() => change({ mode: undefined })}
        />
      ) : search.replay !== undefined ? (
        <ReplayPanel
          instance={instance}
          replay={search.replay}
          element={search.element}
          elementInstance={search.elementInstance}
          onMove={(replay) => change({ replay })}
          onSelect={(element, elementInstance) => select(element, elementInstance)}
          onClose={() => change({ replay: undefined }, true)}
        />
      ) : isNarrow ? (
        <SplitPanes
          id="instance-narrow"
          direction="vertical"
          narrowFirst={search.tab === undefined ? 'diagram' : 'details'}
          panes={[panes.diagram, panes.history, panes.details]}
        />
      ) : (
        <SplitPanes
          id="instance"
          direction="vertical"
          panes={[
            panes.diagram,
            {
              id: 'below',
              name: texts.panes.details,
              content: <SplitPanes id="instance-below" direction="horizontal" panes={[panes.history, panes.details]} />,
            },
          ]}
        />
      )}
    </div>
  );
}

interface IncidentBannerProps {
  readonly instance: ProcessInstanceResult;
  onOpen(): void;
}

function IncidentBanner({ instance, onOpen }: IncidentBannerProps) {
  const { incidents: texts } = useTexts().instance;
  const { total } = useInstanceIncidents(instance.processInstanceKey);
  return (
    <div aria-live="polite">
      {total !== undefined && total > 0 && (
        <div className="incident-banner" data-look="incident">
          <WarningAltFilled aria-hidden />
          <span>{texts.banner(total)}</span>
          <Button kind="ghost" size="sm" onClick={onOpen}>
            {texts.showAll}
          </Button>
        </div>
      )}
    </div>
  );
}
