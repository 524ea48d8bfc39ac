import { keysIn } from '../../../app/entity-key.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { FilterInput } from './lazy-fields.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const keysFilter: OptionalFilter = {
  id: 'keys',
  parameters: ['keys'],
  title: ({ processes }) => processes.keys,
  describe: ({ keys = '' }, { processes }) => {
    const given = keysIn(keys);
    return processes.chip(processes.keys, given.length === 1 ? given[0]! : processes.keysCount(given.length));
  },
  Editor: KeysEditor,
};

function KeysEditor({ search, onChange, isNew }: FilterEditorProps) {
  const { processes } = useTexts();
  return (
    <FilterInput
      label={processes.keys}
      isLabelHidden
      isLong
      value={search.keys ?? ''}
      help={processes.keysHelp}
      hasFocus={isNew}
      onChange={(text) => onChange({ keys: keysIn(text).join(' ') })}
    />
  );
}
