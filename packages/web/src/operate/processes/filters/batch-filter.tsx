import { useTexts } from '../../../texts/use-texts.ts';
import { KeyEditor } from './key-editor.tsx';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const batchFilter: OptionalFilter = {
  id: 'batch',
  parameters: ['batch'],
  title: ({ processes }) => processes.batch,
  describe: ({ batch = '' }, { processes }) => processes.chip(processes.batch, batch),
  Editor: BatchEditor,
};

function BatchEditor({ search, onChange, isNew }: FilterEditorProps) {
  const { processes } = useTexts();
  return (
    <KeyEditor
      label={processes.batch}
      value={search.batch}
      isNew={isNew}
      onChange={(key) => onChange({ batch: key })}
    />
  );
}
