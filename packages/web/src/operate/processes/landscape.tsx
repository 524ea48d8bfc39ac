import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { InstanceBar } from '../dashboard/instance-bar.tsx';
import { useProcessStatistics } from '../dashboard/use-process-statistics.ts';
import { useProcesses } from './use-process-definitions.ts';

/** More than that is a list, not a picture. */
const CARDS_MAX = 60;

/** What runs, process by process, where a diagram stands when one is chosen. */
export function Landscape() {
  const { processes } = useTexts();
  const formats = useFormats();
  const { data, isLoading, error, refetch } = useProcessStatistics();
  const deployed = useProcesses();
  if (isLoading) return <PageSkeleton />;
  if (error !== null && data === undefined) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const items = data?.items ?? [];
  if (items.length === 0) {
    return deployed.data?.items.length === 0 ? (
      <EmptyState title={processes.noProcesses} text={processes.noProcessesHelp} />
    ) : (
      <EmptyState title={processes.landscapeEmpty} text={processes.landscapeEmptyHelp} />
    );
  }
  const others = items.length - CARDS_MAX;
  return (
    <section className="landscape" aria-labelledby="landscape-title">
      <h2 id="landscape-title">{processes.landscape}</h2>
      <p>{processes.landscapeHelp}</p>
      <ul>
        {items.slice(0, CARDS_MAX).map((item) => {
          const { processDefinitionId: process, tenantId, latestProcessDefinitionName } = item;
          const withIncident = item.activeInstancesWithIncidentCount;
          const without = item.activeInstancesWithoutIncidentCount;
          return (
            <li key={`${tenantId} ${process}`}>
              <Link to="/operate/processes" search={{ process }} className="landscape-card">
                <strong>{latestProcessDefinitionName ?? process}</strong>
                <InstanceBar withIncident={withIncident} without={without} />
                <span>{processes.cardCounts(formats.number(without), formats.number(withIncident))}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {others > 0 && <p>{processes.landscapeMore(others)}</p>}
    </section>
  );
}
