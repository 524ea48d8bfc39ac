import { SkeletonText } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import type { IncidentProcessInstanceStatisticsByErrorResult } from '../../api/gen/api.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { ExpandableRow } from './expandable-row.tsx';
import { useErrorDefinitions } from './use-error-definitions.ts';

/** Open incidents by message; each opens to the versions concerned. */
export function ErrorList({ items }: { readonly items: readonly IncidentProcessInstanceStatisticsByErrorResult[] }) {
  const { dashboard } = useTexts().operate;
  const formats = useFormats();
  return (
    <ul>
      {items.map(({ errorHashCode, errorMessage, activeInstancesWithErrorCount: count }) => (
        <ExpandableRow
          key={errorHashCode}
          label={dashboard.showConcerned(firstLine(errorMessage))}
          details={() => <Concerned errorHashCode={errorHashCode} />}
        >
          <span className="dashboard-count" data-look="incident">
            {formats.number(count)}
          </span>
          <Link
            to="/operate/processes"
            search={{ states: 'incident', errorHash: errorHashCode }}
            className="dashboard-error"
            title={errorMessage}
          >
            {firstLine(errorMessage)}
          </Link>
        </ExpandableRow>
      ))}
    </ul>
  );
}

function Concerned({ errorHashCode }: { readonly errorHashCode: number }) {
  const { operate, processes } = useTexts();
  const { data, error, refetch } = useErrorDefinitions(errorHashCode);
  if (error !== null && data === undefined) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <SkeletonText />;
  return (
    <ul className="dashboard-sublist">
      {data.items.map((item) => (
        <li key={item.processDefinitionKey} className="expandable-line">
          <span className="expandable-space" />
          <Link
            to="/operate/processes"
            search={{
              process: item.processDefinitionId,
              version: item.processDefinitionVersion,
              states: 'incident',
              errorHash: errorHashCode,
            }}
            className="dashboard-error"
          >
            {processes.chip(item.processDefinitionName, operate.dashboard.version(item.processDefinitionVersion))}
          </Link>
          <span>{operate.dashboard.affected(item.activeInstancesWithErrorCount)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Messages are often stack traces. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
