import { Button } from '@carbon/react';
import { Suspense, useState } from 'react';
import { usePreload } from '../../../app/use-preload.ts';
import { FilterGroup } from '../../../parts/filter-group.tsx';
import { lazyPart } from '../../../parts/lazy-part.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { DateRangeField, FilterInput } from './lazy-fields.ts';
import { cleared, isSet } from './optional-filter.ts';
import { optionalFilters } from './optional-filters.ts';
import type { ProcessFieldsProps } from './process-fields.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { StateTree } from './state-tree.tsx';

// The heavy ones. They come while the list is asked for, rather than before it.
const ProcessFields = lazyPart(() => import('./process-fields.tsx'), 'ProcessFields');
const MoreFilters = lazyPart(() => import('./more-filters.tsx'), 'MoreFilters');
void ProcessFields.preload();
void MoreFilters.preload();

/** All filters of the page. */
export function ProcessesFilters(props: ProcessFieldsProps) {
  const { search, onChange } = props;
  const texts = useTexts();
  usePreload([FilterInput, DateRangeField]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const shown = optionalFilters.filter((filter) => isSet(filter, search) || added.includes(filter.id));
  const offered = optionalFilters.filter((filter) => filter.isHidden !== true && !shown.includes(filter));
  return (
    <>
      <SavedFilters search={search} />
      <Suspense fallback={<ComingFields />}>
        <ProcessFields {...props} />
      </Suspense>
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
          <Suspense fallback={<div className="coming-input" />}>
            <filter.Editor search={search} onChange={onChange} isNew={added.at(-1) === filter.id} />
          </Suspense>
        </FilterGroup>
      ))}
      {offered.length > 0 && (
        <Suspense fallback={<ComingButton label={texts.filterPanel.more} />}>
          <MoreFilters offered={offered} onAdd={({ id }) => setAdded([...added, id])} />
        </Suspense>
      )}
    </>
  );
}

/** As high as process, version and element, which take its place. */
function ComingFields() {
  const { processes } = useTexts();
  return (
    <div className="coming-fields" aria-busy="true">
      {[processes.process, processes.version, processes.element].map((label) => (
        <div key={label}>
          <span className="cds--label">{label}</span>
          <div className="coming-input" />
        </div>
      ))}
    </div>
  );
}

function ComingButton({ label }: { readonly label: string }) {
  return (
    <Button kind="ghost" size="sm" disabled>
      {label}
    </Button>
  );
}
