import { SkeletonText } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import type { ProcessDefinitionInstanceStatisticsResult } from '../../api/gen/api.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { ExpandableRow } from './expandable-row.tsx';
import { InstanceBar } from './instance-bar.tsx';
import { useProcessVersionStatistics } from './use-process-version-statistics.ts';

type Statistics = ProcessDefinitionInstanceStatisticsResult;

/** Running instances by process; each opens to its versions. */
export function ProcessList({ items }: { readonly items: readonly Statistics[] }) {
  const { dashboard } = useTexts().operate;
  const most = Math.max(...items.map(countOf));
  const hasTenants = new Set(items.map(({ tenantId }) => tenantId)).size > 1;
  return (
    <ul className="dashboard-list">
      <li className="expandable-line dashboard-heads" aria-hidden>
        <span data-look="incident">{dashboard.incidentsHead}</span>
        <span data-look="active">{dashboard.activeHead}</span>
      </li>
      {items.map((item) => {
        const name = item.latestProcessDefinitionName ?? item.processDefinitionId;
        return (
          <ExpandableRow
            key={`${item.tenantId} ${item.processDefinitionId}`}
            label={dashboard.showVersions(name)}
            details={() => <Versions process={item} most={most} hasTenants={hasTenants} />}
          >
            <Link
              to="/operate/processes"
              search={{ process: item.processDefinitionId, ...(hasTenants ? { tenant: item.tenantId } : {}) }}
              className="dashboard-name"
            >
              {name}
            </Link>
            {hasTenants && <span className="dashboard-tenant">{item.tenantId}</span>}
            <Counts
              withIncident={item.activeInstancesWithIncidentCount}
              without={item.activeInstancesWithoutIncidentCount}
              most={most}
              search={{ process: item.processDefinitionId, ...(hasTenants ? { tenant: item.tenantId } : {}) }}
            />
          </ExpandableRow>
        );
      })}
    </ul>
  );
}

function Versions({
  process,
  most,
  hasTenants,
}: {
  readonly process: Statistics;
  readonly most: number;
  readonly hasTenants: boolean;
}) {
  const { dashboard } = useTexts().operate;
  const { data, error, refetch } = useProcessVersionStatistics(process.processDefinitionId, process.tenantId);
  if (error !== null && data === undefined) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <SkeletonText />;
  return (
    <ul className="dashboard-sublist">
      {data.items.map((item) => {
        const search = {
          process: item.processDefinitionId,
          version: item.processDefinitionVersion,
          ...(hasTenants ? { tenant: item.tenantId } : {}),
        };
        return (
          <li key={item.processDefinitionKey} className="expandable-line">
            <span className="expandable-space" />
            <Link to="/operate/processes" search={search} className="dashboard-name">
              {dashboard.version(item.processDefinitionVersion)}
            </Link>
            <Counts
              withIncident={item.activeInstancesWithIncidentCount}
              without={item.activeInstancesWithoutIncidentCount}
              most={most}
              search={search}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface CountsProps {
  readonly withIncident: number;
  readonly without: number;
  readonly most: number;
  readonly search: { readonly process: string; readonly version?: number };
}

function Counts({ withIncident, without, most, search }: CountsProps) {
  const { dashboard } = useTexts().operate;
  const formats = useFormats();
  return (
    <>
      <InstanceBar withIncident={withIncident} without={without} of={most} />
      <Link
        to="/operate/processes"
        search={{ ...search, states: 'incident' }}
        data-look="incident"
        className="dashboard-count"
        data-none={withIncident === 0 || undefined}
        aria-label={dashboard.countOf(formats.number(withIncident), dashboard.withIncident)}
      >
        {formats.number(withIncident)}
      </Link>
      <Link
        to="/operate/processes"
        search={{ ...search, states: 'active' }}
        data-look="active"
        className="dashboard-count"
        data-none={without === 0 || undefined}
        aria-label={dashboard.countOf(formats.number(without), dashboard.withoutIncident)}
      >
        {formats.number(without)}
      </Link>
    </>
  );
}

function countOf(item: Statistics): number {
  return item.activeInstancesWithIncidentCount + item.activeInstancesWithoutIncidentCount;
}
