import { useTexts } from '../../../texts/use-texts.ts';
import { useIncidentsByError } from '../../dashboard/use-incidents-by-error.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

/** Links of the dashboard set it: incidents of one message, however long it is. */
export const errorHashFilter: OptionalFilter = {
  id: 'errorHash',
  parameters: ['errorHash'],
  title: ({ processes }) => processes.sameError,
  describe: (_search, { processes }) => processes.chip(processes.sameError, processes.sameErrorUnknown),
  Editor: ErrorHashEditor,
  isHidden: true,
};

function ErrorHashEditor({ search }: FilterEditorProps) {
  const { processes } = useTexts();
  const { data } = useIncidentsByError();
  const found = data?.items.find(({ errorHashCode }) => errorHashCode === search.errorHash);
  return <p className="filter-error-message">{found?.errorMessage ?? processes.sameErrorUnknown}</p>;
}
