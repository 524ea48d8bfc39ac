import { Dropdown } from '@carbon/react';
import { useState } from 'react';
import { type ElementInstanceResult, type JobResult, searchJobs } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import { type Column, DataTable, type Sort } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { KeyText } from '../../../parts/key-text.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import { JobDialog } from './job-dialog.tsx';

type JobKind = JobResult['kind'];

const kindsOf = {
  jobs: ['BPMN_ELEMENT', 'AD_HOC_SUB_PROCESS'],
  listeners: ['EXECUTION_LISTENER', 'TASK_LISTENER'],
} as const satisfies Record<string, readonly JobKind[]>;

export interface JobsTabProps {
  readonly processInstanceKey: string;
  readonly elementId: string | undefined;
  readonly elementInstance: ElementInstanceResult | undefined;
  readonly kinds: keyof typeof kindsOf;
}

/** The jobs or the listeners of what is selected. */
export function JobsTab({ processInstanceKey, elementId, elementInstance, kinds }: JobsTabProps) {
  const { jobs: texts, tabs } = useTexts().instance;
  const [kind, setKind] = useState<JobKind>();
  const [sort, setSort] = useState<Sort>({ field: 'creationTime', order: 'DESC' });
  const [shown, setShown] = useState<JobResult>();
  const jobs = useApiPages(
    searchJobs,
    {
      body: {
        filter: {
          processInstanceKey,
          kind: kind ?? { $in: kindsOf[kinds] },
          ...(elementInstance !== undefined
            ? { elementInstanceKey: elementInstance.elementInstanceKey }
            : elementId === undefined
              ? {}
              : { elementId }),
        },
        sort: [{ field: sort.field as 'creationTime', order: sort.order }],
      },
    },
    { live: { valueTypes: ['JOB'], processInstanceKey } },
  );
  const columns: readonly Column<JobResult>[] = [
    {
      id: 'state',
      title: texts.state,
      width: '8.5rem',
      sortField: 'state',
      cell: (row) => (
        <span
          className="job-state"
          data-look={row.state === 'FAILED' || row.state === 'ERROR_THROWN' ? 'incident' : undefined}
        >
          {texts.states[row.state]}
        </span>
      ),
    },
    {
      id: 'type',
      title: texts.type,
      width: 'minmax(8rem, 2fr)',
      sortField: 'type',
      cell: (row) => <code title={row.type}>{row.type}</code>,
    },
    ...(kinds === 'listeners'
      ? [
          {
            id: 'event',
            title: texts.event,
            width: 'minmax(6rem, 1fr)',
            cell: (row: JobResult) =>
              row.listenerEventType === 'UNSPECIFIED' ? '' : texts.events[row.listenerEventType],
          },
        ]
      : [
          {
            id: 'worker',
            title: texts.worker,
            width: 'minmax(6rem, 1fr)',
            isHiddenWhenNarrow: true,
            cell: (row: JobResult) => row.worker,
          },
        ]),
    {
      id: 'element',
      title: texts.element,
      width: 'minmax(6rem, 1fr)',
      isHiddenWhenNarrow: true,
      cell: (row) => row.elementId,
    },
    {
      id: 'retries',
      title: texts.retries,
      width: '6.5rem',
      align: 'end',
      sortField: 'retries',
      isHiddenWhenNarrow: true,
      cell: (row) => row.retries,
    },
    {
      id: 'key',
      title: texts.key,
      width: '11.5rem',
      isHiddenWhenNarrow: true,
      cell: (row) => <KeyText value={row.jobKey} />,
    },
    {
      id: 'time',
      title: texts.created,
      width: '7rem',
      sortField: 'creationTime',
      isHiddenWhenNarrow: kinds === 'listeners',
      cell: (row) => (row.creationTime === null ? '' : <TimeText date={row.creationTime} />),
    },
  ];
  return (
    <div className="jobs-tab">
      {kinds === 'listeners' && (
        <div className="pane-bar">
          <Dropdown
            id="listener-kind"
            size="sm"
            type="inline"
            titleText={texts.kind}
            label={texts.allKinds}
            items={[undefined, ...kindsOf.listeners]}
            itemToString={(item) => (item == null ? texts.allKinds : texts.kinds[item])}
            selectedItem={kind as (typeof kindsOf.listeners)[number] | undefined}
            onChange={({ selectedItem }) => setKind(selectedItem ?? undefined)}
          />
        </div>
      )}
      <DataTable
        label={tabs[kinds]}
        columns={columns}
        rows={jobs}
        rowId={(row) => row.jobKey}
        sort={sort}
        onSort={setSort}
        onOpen={setShown}
        empty={
          kinds === 'jobs' ? (
            <EmptyState title={texts.noJobs} text={texts.noJobsHelp} />
          ) : (
            <EmptyState title={texts.noListeners} text={texts.noListenersHelp} />
          )
        }
      />
      {shown !== undefined && (
        <JobDialog
          job={jobs.items.find(({ jobKey }) => jobKey === shown.jobKey) ?? shown}
          onClose={() => setShown(undefined)}
        />
      )}
    </div>
  );
}
