import { MenuButton, MenuItem } from '@carbon/react';
import { useState } from 'react';
import { FilterGroup } from '../../../parts/filter-group.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import { cleared, isSet } from './optional-filter.ts';
import { optionalFilters } from './optional-filters.ts';
import { ProcessFields, type ProcessFieldsProps } from './process-fields.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { StateTree } from './state-tree.tsx';

/** All filters of the page. */
export function ProcessesFilters(props: ProcessFieldsProps) {
  const { search, onChange } = props;
  const texts = useTexts();
  const [added, setAdded] = useState<readonly string[]>([]);
  const shown = optionalFilters.filter((filter) => isSet(filter, search) || added.includes(filter.id));
  const offered = optionalFilters.filter((filter) => filter.isHidden !== true && !shown.includes(filter));
  return (
    <>
      <SavedFilters search={search} />
      <ProcessFields {...props} />
      <FilterGroup title={texts.processes.state}>
        <StateTree search={search} onChange={onChange} />
      </FilterGroup>
      {shown.map((filter) => (
        <FilterGroup
          key={filter.id}
          title={filter.title(texts)}
          onRemove={() => {
            setAdded(added.filter((id) => id !== filter.id));
            onChange(cleared(filter));
          }}
        >
          <filter.Editor search={search} onChange={onChange} isNew={added.at(-1) === filter.id} />
        </FilterGroup>
      ))}
      {offered.length > 0 && (
        <MenuButton kind="ghost" size="sm" label={texts.filterPanel.more} menuAlignment="bottom-start">
          {offered.map((filter) => (
            <MenuItem key={filter.id} label={filter.title(texts)} onClick={() => setAdded([...added, filter.id])} />
          ))}
        </MenuButton>
      )}
    </>
  );
}
