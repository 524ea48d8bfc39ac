import { useTexts } from '../../../texts/use-texts.ts';
import { tagsIn } from '../processes-search.ts';
import { FilterInput } from './lazy-fields.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const tagsFilter: OptionalFilter = {
  id: 'tags',
  parameters: ['tags'],
  title: ({ processes }) => processes.tags,
  describe: ({ tags = '' }, { processes }, formats) => processes.chip(processes.tags, formats.list(tagsIn(tags))),
  Editor: TagsEditor,
};

function TagsEditor({ search, onChange, isNew }: FilterEditorProps) {
  const { processes } = useTexts();
  return (
    <FilterInput
      label={processes.tags}
      isLabelHidden
      value={search.tags ?? ''}
      help={processes.tagsHelp}
      hasFocus={isNew}
      onChange={(tags) => onChange({ tags: tagsIn(tags).join(',') })}
    />
  );
}
