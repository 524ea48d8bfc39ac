import { Checkbox } from '@carbon/react';
import { useEffect, useId } from 'react';
import { useTexts } from '../../../texts/use-texts.ts';
import type { FilterEditorProps, OptionalFilter } from './optional-filter.ts';

export const retriesLeftFilter: OptionalFilter = {
  id: 'retriesLeft',
  parameters: ['retriesLeft'],
  title: ({ processes }) => processes.retriesLeft,
  describe: (_search, { processes }) => processes.retriesLeft,
  Editor: RetriesLeftEditor,
};

function RetriesLeftEditor({ search, onChange, isNew }: FilterEditorProps) {
  const { processes } = useTexts();
  const id = useId();
  // Whoever adds it wants it: it has nothing else to choose.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it appears
  useEffect(() => {
    if (isNew) onChange({ retriesLeft: true });
  }, []);
  return (
    <Checkbox
      id={id}
      labelText={processes.retriesLeftHelp}
      checked={search.retriesLeft === true}
      onChange={(_, { checked }) => onChange({ retriesLeft: checked ? true : undefined })}
    />
  );
}
