import { useTexts } from '../../../texts/use-texts.ts';
import { KeyEditor } from './key-editor.tsx';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const parentFilter: OptionalFilter = {
  id: 'parent',
  parameters: ['parent'],
  title: ({ processes }) => processes.parent,
  describe: ({ parent = '' }, { processes }) => processes.chip(processes.parent, parent),
  Editor: ParentEditor,
};

function ParentEditor({ search, onChange, isNew }: FilterEditorProps) {
  const { processes } = useTexts();
  return (
    <KeyEditor
      label={processes.parent}
      value={search.parent}
      isNew={isNew}
      onChange={(key) => onChange({ parent: key })}
    />
  );
}
