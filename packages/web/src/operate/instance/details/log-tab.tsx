import { useState } from 'react';
import { type AuditLogResult, searchAuditLogs } from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import { DataTable, type Sort } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import '../../operations-log/operations-log.scss';
import { auditedValueTypes } from '../../operations-log/audited-value-types.ts';
import { LogEntryPanel } from '../../operations-log/log-entry-panel.tsx';
import { operationsLogColumns } from '../../operations-log/operations-log-columns.tsx';
import type { OperationsLogSortField } from '../../operations-log/operations-log-search.ts';

/** What the narrow pane has no room for, or what is the same in all rows. */
const left: ReadonlySet<string> = new Set(['parent', 'details']);

/** Who did what with this instance. */
export function LogTab({ processInstanceKey }: { readonly processInstanceKey: string }) {
  const texts = useTexts();
  const { log, tabs } = texts.instance;
  const [sort, setSort] = useState<Sort>({ field: 'timestamp', order: 'DESC' });
  const [shown, setShown] = useState<AuditLogResult>();
  const entries = useApiPages(
    searchAuditLogs,
    {
      body: {
        filter: { processInstanceKey },
        sort: [{ field: sort.field as OperationsLogSortField, order: sort.order }],
      },
    },
    { live: { valueTypes: auditedValueTypes, processInstanceKey } },
  );
  return (
    <div className="log-tab">
      <DataTable
        label={tabs.log}
        columns={operationsLogColumns(texts, true).filter(({ id }) => !left.has(id))}
        rows={entries}
        rowId={(row) => row.auditLogKey}
        sort={sort}
        onSort={setSort}
        onOpen={setShown}
        empty={<EmptyState title={log.none} text={log.noneHelp} />}
      />
      {shown !== undefined && (
        <LogEntryPanel auditLogKey={shown.auditLogKey} known={shown} onClose={() => setShown(undefined)} />
      )}
    </div>
  );
}
