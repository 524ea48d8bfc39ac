import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { useProcessStatistics } from './use-process-statistics.ts';

/** What runs and what needs somebody, at a glance. */
export function DashboardPage() {
  const { operate } = useTexts();
  const texts = operate.dashboard;
  const formats = useFormats();
  useTitle(texts.title);
  const statistics = useProcessStatistics();
  if (statistics.isLoading) return <PageSkeleton />;
  if (statistics.problem !== null && statistics.items.length === 0) {
    return <ProblemNotice problem={statistics.problem} onRetry={statistics.retry} />;
  }
  return (
    <div className="page">
      <h1 className="visually-hidden">{texts.title}</h1>
      <section aria-labelledby="by-name">
        <h2 id="by-name">{texts.byName}</h2>
        {statistics.items.length === 0 ? (
          <EmptyState title={texts.nothingDeployed} text={texts.nothingDeployedHelp} />
        ) : (
          <ul>
            {statistics.items.map((item) => (
              <li key={`${item.tenantId} ${item.processDefinitionId}`}>
                <Link to="/operate/processes" search={{ process: item.processDefinitionId }}>
                  {item.latestProcessDefinitionName ?? item.processDefinitionId}
                </Link>{' '}
                {formats.number(item.activeInstancesWithIncidentCount + item.activeInstancesWithoutIncidentCount)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
