import { ComboBox, Select, SelectItem } from '@carbon/react';
import { useId } from 'react';
import type { ProcessDefinitionResult } from '../../../api/gen/api.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { FlowNode } from '../../model/flow-nodes.ts';
import type { ProcessesSearch } from '../processes-search.ts';
import type { SearchChange } from '../search-change.ts';

const ALL = 'all';

export interface ProcessFieldsProps {
  readonly search: ProcessesSearch;
  /** The newest version of each. */
  readonly processes: readonly ProcessDefinitionResult[];
  readonly versions: readonly ProcessDefinitionResult[];
  readonly elements: readonly FlowNode[];
  onChange(change: SearchChange): void;
}

interface ProcessItem {
  readonly id: string;
  readonly tenant: string;
  readonly label: string;
  readonly isAmbiguous: boolean;
}

/** Process, version and element: each narrows down what the next one offers. */
export function ProcessFields({ search, processes, versions, elements, onChange }: ProcessFieldsProps) {
  const texts = useTexts().processes;
  const id = useId();
  const items = processItems(processes, texts.withTenant);
  const chosen = items.find(
    (item) => item.id === search.process && (search.tenant === undefined || item.tenant === search.tenant),
  );
  const element = elements.find((each) => each.id === search.element);
  return (
    <>
      <ComboBox
        id={`${id}-process`}
        size="sm"
        titleText={texts.process}
        placeholder={texts.processPlaceholder}
        items={items}
        itemToString={(item) => item?.label ?? ''}
        selectedItem={chosen ?? null}
        shouldFilterItem={({ item, inputValue }) => fits(inputValue, item.label, item.id)}
        onChange={({ selectedItem }) => {
          // The field also tells what the address made it show.
          if (selectedItem?.id === chosen?.id && selectedItem?.tenant === chosen?.tenant) return;
          onChange({
            process: selectedItem?.id,
            tenant: selectedItem?.isAmbiguous === true ? selectedItem.tenant : undefined,
            version: undefined,
            element: undefined,
          });
        }}
        data-search-field
      />
      <Select
        id={`${id}-version`}
        size="sm"
        labelText={texts.version}
        disabled={search.process === undefined}
        value={search.version ?? ALL}
        onChange={({ target }) =>
          onChange({ version: target.value === ALL ? undefined : Number(target.value), element: undefined })
        }
      >
        <SelectItem value={ALL} text={texts.allVersions} />
        {versions.map(({ processDefinitionKey, version, versionTag }) => (
          <SelectItem
            key={processDefinitionKey}
            value={version}
            text={versionTag === null ? texts.versionNumber(version) : texts.versionWithTag(version, versionTag)}
          />
        ))}
      </Select>
      <ComboBox
        id={`${id}-element`}
        size="sm"
        titleText={texts.element}
        placeholder={texts.elementPlaceholder}
        items={[...elements]}
        itemToString={(item) => item?.name ?? ''}
        selectedItem={element ?? null}
        disabled={elements.length === 0}
        shouldFilterItem={({ item, inputValue }) => fits(inputValue, item.name, item.id)}
        onChange={({ selectedItem }) => {
          if (selectedItem?.id !== element?.id) onChange({ element: selectedItem?.id });
        }}
      />
    </>
  );
}

function processItems(
  processes: readonly ProcessDefinitionResult[],
  withTenant: (name: string, tenant: string) => string,
): ProcessItem[] {
  const ids = processes.map(({ processDefinitionId }) => processDefinitionId);
  return processes
    .map(({ processDefinitionId: id, name, tenantId }) => {
      const isAmbiguous = ids.indexOf(id) !== ids.lastIndexOf(id);
      const label = name ?? id;
      return { id, tenant: tenantId, isAmbiguous, label: isAmbiguous ? withTenant(label, tenantId) : label };
    })
    .sort((one, other) => one.label.localeCompare(other.label));
}

function fits(typed: string | null, ...texts: readonly string[]): boolean {
  const wanted = (typed ?? '').trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
