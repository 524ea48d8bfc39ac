import { useTexts } from '../../../texts/use-texts.ts';
import { FilterInput } from './lazy-fields.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const errorFilter: OptionalFilter = {
  id: 'error',
  parameters: ['error'],
  title: ({ processes }) => processes.error,
  describe: ({ error = '' }, { processes }) => processes.chip(processes.error, error),
  Editor: ErrorEditor,
};

function ErrorEditor({ search, onChange, isNew }: FilterEditorProps) {
  const { processes } = useTexts();
  return (
    <FilterInput
      label={processes.error}
      isLabelHidden
      value={search.error ?? ''}
      help={processes.errorHelp}
      hasFocus={isNew}
      onChange={(error) => onChange({ error })}
    />
  );
}
