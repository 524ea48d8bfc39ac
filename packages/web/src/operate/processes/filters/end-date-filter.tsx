import { describeRange } from './describe-range.ts';
import { DateRangeField } from './lazy-fields.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const endDateFilter: OptionalFilter = {
  id: 'endDate',
  parameters: ['endedFrom', 'endedTo'],
  title: ({ processes }) => processes.endDate,
  describe: ({ endedFrom, endedTo }, texts, formats) =>
    texts.processes.chip(texts.processes.endDate, describeRange(endedFrom, endedTo, texts, formats)),
  Editor: EndDateEditor,
};

function EndDateEditor({ search, onChange }: FilterEditorProps) {
  return (
    <DateRangeField
      range={{ from: search.endedFrom, to: search.endedTo }}
      onChange={({ from, to }) => onChange({ endedFrom: from, endedTo: to })}
    />
  );
}
