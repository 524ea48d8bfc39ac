import { Button, SkeletonText } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProcessDefinitionInstanceStatisticsResult } from '../../api/gen/api.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { ExpandableRow } from './expandable-row.tsx';
import { InstanceBar } from './instance-bar.tsx';
import { useProcessVersionStatistics } from './use-process-version-statistics.ts';

type Statistics = ProcessDefinitionInstanceStatisticsResult;

/** Further ones are shown when asked for: thousands at once would slow the page down. */
const SHOWN_MAX = 100;

/** Running instances by process; each opens to its versions. */
export function ProcessList({ items }: { readonly items: readonly Statistics[] }) {
  const { operate, processes } = useTexts();
  const { dashboard } = operate;
  const [shown, setShown] = useState(SHOWN_MAX);
  const most = Math.max(...items.map(countOf));
  const hasTenants = new Set(items.map(({ tenantId }) => tenantId)).size > 1;
  return (
    <ul>
      <li className="expandable-line dashboard-heads" aria-hidden>
        <span data-look="incident">{dashboard.incidentsHead}</span>
        <span data-look="active">{dashboard.activeHead}</span>
      </li>
      {items.slice(0, shown).map((item) => {
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
      {items.length > shown && (
        <li>
          <Button kind="ghost" size="sm" onClick={() => setShown(shown + SHOWN_MAX)}>
            {processes.landscapeMore(items.length - shown)}
          </Button>
        </li>
      )}
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
