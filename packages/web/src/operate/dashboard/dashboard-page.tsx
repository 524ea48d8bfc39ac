import { SkeletonText } from '@carbon/react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';
import './dashboard.scss';
import { ErrorList } from './error-list.tsx';
import { MetricStrip } from './metric-strip.tsx';
import { ProcessList } from './process-list.tsx';
import { useIncidentsByError } from './use-incidents-by-error.ts';
import { useProcessStatistics } from './use-process-statistics.ts';

/** What runs and what needs somebody, at a glance. */
export function DashboardPage() {
  const { dashboard } = useTexts().operate;
  useTitle(dashboard.title);
  const statistics = useProcessStatistics();
  const errors = useIncidentsByError();
  const isNarrow = useIsNarrow();
  const processes = statistics.data?.items;
  const messages = errors.data?.items;
  const sum = (member: 'activeInstancesWithIncidentCount' | 'activeInstancesWithoutIncidentCount') =>
    (processes ?? []).reduce((count, item) => count + item[member], 0);
  return (
    <div className="page dashboard">
      <h1 className="visually-hidden">{dashboard.title}</h1>
      {processes === undefined ? (
        statistics.error === null && (
          <div className="metric-strip" aria-busy="true">
            <SkeletonText heading width="16rem" />
          </div>
        )
      ) : (
        <MetricStrip
          withIncident={sum('activeInstancesWithIncidentCount')}
          without={sum('activeInstancesWithoutIncidentCount')}
        />
      )}
      <div className="dashboard-cards">
        <section className="dashboard-card" aria-labelledby="by-name">
          <h2 id="by-name">{dashboard.byName}</h2>
          {processes === undefined ? (
            statistics.error === null ? (
              <SkeletonText paragraph lineCount={6} />
            ) : (
              <ProblemNotice problem={statistics.error} onRetry={() => void statistics.refetch()} />
            )
          ) : processes.length === 0 ? (
            <EmptyState title={dashboard.nothingDeployed} text={dashboard.nothingDeployedHelp} />
          ) : (
            <ProcessList items={processes} />
          )}
        </section>
        {/* On a phone it comes below the first, whose height is not known before. */}
        {(!isNarrow || processes !== undefined || statistics.error !== null) && (
          <section className="dashboard-card" aria-labelledby="by-error">
            <h2 id="by-error">{dashboard.byError}</h2>
            {messages === undefined ? (
              errors.error === null ? (
                <SkeletonText paragraph lineCount={6} />
              ) : (
                <ProblemNotice problem={errors.error} onRetry={() => void errors.refetch()} />
              )
            ) : messages.length === 0 ? (
              <EmptyState title={dashboard.noIncidents} text={dashboard.noIncidentsHelp} />
            ) : (
              <ErrorList items={messages} />
            )}
          </section>
        )}
      </div>
    </div>
  );
}
