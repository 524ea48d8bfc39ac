import { ComboBox, Select, SelectItem } from '@carbon/react';
import { useEffect } from 'react';
import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useProcesses, useProcessVersions } from '../processes/use-process-definitions.ts';

export interface TargetChoiceProps {
  readonly source: ProcessDefinitionResult;
  readonly target: ProcessDefinitionResult | undefined;
  /** Whether the address says nothing about the target yet: the newest version of the process is taken then. */
  readonly isUnset: boolean;
  /** Key of the version. @param isPreset nobody chose it. */
  onChoose(processDefinitionKey: string, isPreset: boolean): void;
}

export function TargetChoice({ source, target, isUnset, onChoose }: TargetChoiceProps) {
  const { migration: texts } = useTexts();
  const processes = useProcesses();
  const chosen = target ?? source;
  const versions = useProcessVersions(chosen.processDefinitionId, chosen.tenantId);
  const items = (processes.data?.items ?? []).filter(({ tenantId }) => tenantId === source.tenantId);
  const offered = (versions.data?.items ?? []).filter(
    ({ processDefinitionKey }) => processDefinitionKey !== source.processDefinitionKey,
  );
  const newest = isUnset ? offered.find(({ version }) => version > source.version) : undefined;
  const presetKey = newest?.processDefinitionKey;
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once it is known
  useEffect(() => {
    if (presetKey !== undefined) onChoose(presetKey, true);
  }, [presetKey]);
  return (
    <div className="target-choice">
      <ComboBox<ProcessDefinitionResult>
        id="migration-process"
        size="sm"
        titleText={texts.process}
        items={items}
        itemToString={(item) => (item === null || item === undefined ? '' : labelOf(item))}
        selectedItem={
          items.find(({ processDefinitionId }) => processDefinitionId === chosen.processDefinitionId) ?? null
        }
        shouldFilterItem={({ item, inputValue }) =>
          inputValue === null ||
          inputValue === labelOf(chosen) ||
          labelOf(item).toLowerCase().includes(inputValue.toLowerCase())
        }
        onChange={({ selectedItem }) => {
          if (selectedItem === null || selectedItem === undefined) return;
          if (selectedItem.processDefinitionId === chosen.processDefinitionId) return;
          onChoose(selectedItem.processDefinitionKey, false);
        }}
      />
      <Select
        id="migration-version"
        size="sm"
        labelText={texts.targetVersion}
        value={target?.processDefinitionKey ?? ''}
        onChange={({ target: select }) => select.value !== '' && onChoose(select.value, false)}
      >
        {target === undefined && <SelectItem value="" text={texts.chooseVersion} />}
        {offered.map(({ processDefinitionKey, version, versionTag }) => (
          <SelectItem
            key={processDefinitionKey}
            value={processDefinitionKey}
            text={versionTag === null ? texts.versionItem(version) : texts.versionItemTagged(version, versionTag)}
          />
        ))}
      </Select>
    </div>
  );
}

function labelOf({ name, processDefinitionId }: ProcessDefinitionResult): string {
  return name === null || name === processDefinitionId ? processDefinitionId : `${name} (${processDefinitionId})`;
}
