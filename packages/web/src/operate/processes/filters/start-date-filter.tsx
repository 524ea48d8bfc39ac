import { describeRange } from './describe-range.ts';
import { DateRangeField } from './lazy-fields.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const startDateFilter: OptionalFilter = {
  id: 'startDate',
  parameters: ['startedFrom', 'startedTo'],
  title: ({ processes }) => processes.startDate,
  describe: ({ startedFrom, startedTo }, texts, formats) =>
    texts.processes.chip(texts.processes.startDate, describeRange(startedFrom, startedTo, texts, formats)),
  Editor: StartDateEditor,
};

function StartDateEditor({ search, onChange }: FilterEditorProps) {
  return (
    <DateRangeField
      range={{ from: search.startedFrom, to: search.startedTo }}
      onChange={({ from, to }) => onChange({ startedFrom: from, startedTo: to })}
    />
  );
}
