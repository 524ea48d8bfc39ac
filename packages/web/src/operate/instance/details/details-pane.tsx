import { Fragment, type ReactNode } from 'react';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { TabBar } from '../../../parts/tab-bar.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { ProcessModel } from '../../model/process-model.ts';
import type { InstanceTab } from '../instance-search.ts';
import { useCalledInstances } from '../use-called-instances.ts';
import { useInstanceIncidents } from '../use-instance-incidents.ts';
import type { InstanceSelection } from '../use-selection.ts';
import { CalledTab } from './called-tab.tsx';
import { DetailsTab } from './details-tab.tsx';
import { IncidentsTab } from './incidents-tab.tsx';
import { JobsTab } from './jobs-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { MappingsTab } from './mappings-tab.tsx';
import { useHasListeners } from './use-has-listeners.ts';
import { VariablesTab } from './variables-tab.tsx';

export interface DetailsPaneProps {
  readonly instance: ProcessInstanceResult;
  readonly model: ProcessModel | undefined;
  readonly selection: InstanceSelection;
  /** `undefined` = what tells most. */
  readonly tab: InstanceTab | undefined;
  onTab(tab: InstanceTab): void;
  onSelect(elementId: string | undefined, elementInstanceKey?: string, tab?: InstanceTab): void;
}

/** What is known of the selected element or of the whole instance, in tabs; only those that have something to tell. */
export function DetailsPane({ instance, model, selection, tab, onTab, onSelect }: DetailsPaneProps) {
  const { instance: texts } = useTexts();
  const formats = useFormats();
  const key = instance.processInstanceKey;
  const incidents = useInstanceIncidents(key);
  const called = useCalledInstances(key, selection.elementInstance?.elementInstanceKey);
  const { elementId, elementInstance } = selection;
  const hasListeners = useHasListeners(key, elementId, elementInstance?.elementInstanceKey);
  const hasIncidents = (incidents.total ?? 0) > 0;
  const mappings = elementId === undefined ? [] : (model?.elements.get(elementId)?.mappings ?? []);

  const counted = (name: string, count: number | undefined) =>
    count === undefined || count === 0 ? name : texts.tabs.counted(name, formats.compact(count));
  const tabs: readonly { readonly id: InstanceTab; readonly name: string; content(): ReactNode }[] = [
    ...(hasIncidents || tab === 'incidents'
      ? [
          {
            id: 'incidents' as const,
            name: counted(texts.tabs.incidents, incidents.total),
            content: () => <IncidentsTab instance={instance} model={model} incidents={incidents} onSelect={onSelect} />,
          },
        ]
      : []),
    {
      id: 'variables' as const,
      name: texts.tabs.variables,
      content: () => (
        <VariablesTab instance={instance} selection={selection} incidents={incidents.items} onSelect={onSelect} />
      ),
    },
    {
      id: 'details' as const,
      name: texts.tabs.details,
      content: () => <DetailsTab instance={instance} selection={selection} model={model} onSelect={onSelect} />,
    },
    ...(mappings.length > 0 || tab === 'mappings'
      ? [{ id: 'mappings' as const, name: texts.tabs.mappings, content: () => <MappingsTab mappings={mappings} /> }]
      : []),
    ...((called.total ?? 0) > 0 || tab === 'called'
      ? [
          {
            id: 'called' as const,
            name: counted(texts.tabs.called, called.total),
            content: () => <CalledTab instances={called} />,
          },
        ]
      : []),
    {
      id: 'jobs' as const,
      name: texts.tabs.jobs,
      content: () => (
        <JobsTab
          key="jobs"
          processInstanceKey={key}
          elementId={elementId}
          elementInstance={elementInstance}
          kinds="jobs"
        />
      ),
    },
    ...(hasListeners || tab === 'listeners'
      ? [
          {
            id: 'listeners' as const,
            name: texts.tabs.listeners,
            content: () => (
              <JobsTab
                key="listeners"
                processInstanceKey={key}
                elementId={elementId}
                elementInstance={elementInstance}
                kinds="listeners"
              />
            ),
          },
        ]
      : []),
    { id: 'log' as const, name: texts.tabs.log, content: () => <LogTab processInstanceKey={key} /> },
  ];
  const usual = elementId === undefined ? (hasIncidents ? 'incidents' : 'variables') : 'details';
  const shown = tabs.find(({ id }) => id === (tab ?? usual)) ?? tabs[0]!;
  return (
    <div className="details-pane">
      <h2 className="visually-hidden">{texts.tabs.title}</h2>
      <TabBar label={texts.tabs.title} tabs={tabs} selected={shown.id} onSelect={onTab}>
        <Fragment key={shown.id}>{shown.content()}</Fragment>
      </TabBar>
    </div>
  );
}
