import { Button, Select, SelectItem, TextInput, Toggle } from '@carbon/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createSavedFilter, type SavedFilterResult, updateSavedFilter } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { useSession } from '../../app/session.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useProcessNames } from '../processes/use-process-names.ts';
import { parseTaskFilter, type TaskFilter } from '../tasks/task-filter.ts';
import type { TasksSearch } from '../tasks/tasks-search.ts';
import { VariableConditions } from './variable-conditions.tsx';

export interface FilterDialogProps {
  /** The one that is changed. */
  readonly saved?: SavedFilterResult;
  readonly filter: TaskFilter;
  onClose(): void;
}

const NAME_LENGTH_MAX = 100;
const assignees = ['anyone', 'nobody', 'me', 'user'] as const;
const states = ['open', 'completed', 'canceled', 'all'] as const;

/** Everything tasks can be narrowed down by; to use once, or to keep under a name. */
export function FilterDialog({ saved, filter: first, onClose }: FilterDialogProps) {
  const { tasklist, parts } = useTexts();
  const texts = tasklist.filterDialog;
  const { username } = useSession();
  const navigate = useNavigate();
  const processes = useProcessNames();
  const isOwn = saved?.owner === username;
  const [filter, setFilter] = useState<Readonly<Record<string, unknown>>>({ ...first });
  const [name, setName] = useState(saved?.name ?? '');
  const [isShared, setShared] = useState(saved?.isShared ?? false);
  const [isNameNeeded, setNameNeeded] = useState(false);

  const show = (search: TasksSearch) => {
    void navigate({ to: '/tasklist', search });
    onClose();
  };
  const done = ({ savedFilterKey, name: under }: SavedFilterResult) => {
    notify({ kind: 'success', title: texts.saved(under) });
    show({ filter: savedFilterKey });
  };
  const onProblem = {
    onProblem: (problem: Parameters<typeof notifyProblem>[1]) => notifyProblem(texts.notSaved, problem),
  };
  const create = useAction(createSavedFilter, { onDone: done, ...onProblem });
  const update = useAction(updateSavedFilter, { onDone: done, ...onProblem });

  const isBusy = create.isPending || update.isPending;
  const change = (changes: Readonly<Record<string, unknown>>) => setFilter({ ...filter, ...changes });
  const apply = () => {
    const where = parseTaskFilter(filter);
    show(Object.keys(where).length === 0 ? {} : { where });
  };
  const save = (asNew: boolean) => {
    if (isBusy) return;
    if (name.trim() === '') {
      setNameNeeded(true);
      document.getElementById('filter-name')?.focus();
      return;
    }
    const content = { ...parseTaskFilter(filter) };
    if (saved !== undefined && isOwn && !asNew) {
      const { savedFilterKey } = saved;
      update.mutate({ path: { savedFilterKey }, body: { name: name.trim(), isShared, content } });
    } else {
      create.mutate({ body: { app: 'tasklist', owner: username, name: name.trim(), isShared, content } });
    }
  };
  const field = (
    key: keyof TaskFilter,
    label: string,
    more: { readonly type?: string; readonly help?: string } = {},
  ) => (
    <TextInput
      id={`filter-${key}`}
      size="sm"
      labelText={label}
      {...(more.type === undefined ? {} : { type: more.type })}
      {...(more.help === undefined ? {} : { helperText: more.help })}
      value={String(filter[key] ?? '')}
      onChange={({ target }) => change({ [key]: target.value })}
    />
  );
  return (
    <Dialog
      size="md"
      modalHeading={saved === undefined ? texts.title : texts.editTitle(saved.name)}
      primaryButtonText={texts.apply}
      secondaryButtons={[
        { buttonText: parts.cancel, onClick: onClose },
        { buttonText: texts.save, onClick: () => save(false) },
      ]}
      hasScrollingContent
      selectorPrimaryFocus="#filter-assignedTo"
      aria-label={texts.title}
      onRequestClose={onClose}
      onRequestSubmit={apply}
    >
      <div className="filter-fields">
        <Select
          id="filter-assignedTo"
          size="sm"
          labelText={texts.assignee}
          value={String(filter.assignedTo ?? 'anyone')}
          onChange={({ target }) => change({ assignedTo: target.value })}
        >
          {assignees.map((one) => (
            <SelectItem key={one} value={one} text={texts.assignees[one]} />
          ))}
        </Select>
        <Select
          id="filter-state"
          size="sm"
          labelText={texts.state}
          value={String(filter.state ?? 'open')}
          onChange={({ target }) => change({ state: target.value })}
        >
          {states.map((one) => (
            <SelectItem key={one} value={one} text={texts.states[one]} />
          ))}
        </Select>
        {filter.assignedTo === 'user' && <div className="is-whole-row">{field('assignee', texts.assigneeName)}</div>}
        <Select
          id="filter-process"
          size="sm"
          labelText={texts.process}
          value={String(filter.process ?? '')}
          onChange={({ target }) => change({ process: target.value })}
        >
          <SelectItem value="" text={texts.anyProcess} />
          {processes.map(({ id, title }) => (
            <SelectItem key={id} value={id} text={title} />
          ))}
          {typeof filter.process === 'string' &&
            filter.process !== '' &&
            !processes.some(({ id }) => id === filter.process) && (
              <SelectItem value={filter.process} text={filter.process} />
            )}
        </Select>
        {field('tenant', texts.tenant)}
        {field('candidateUser', texts.candidateUser)}
        {field('candidateGroup', texts.candidateGroup)}
        {field('taskId', texts.taskId, { help: texts.taskIdHelp })}
        {field('businessId', texts.businessId, { help: texts.businessIdHelp })}
        {field('dueFrom', texts.dueFrom, { type: 'date' })}
        {field('dueTo', texts.dueTo, { type: 'date' })}
        {field('followUpFrom', texts.followUpFrom, { type: 'date' })}
        {field('followUpTo', texts.followUpTo, { type: 'date' })}
        {field('priorityMin', texts.priorityMin, { type: 'number' })}
        {field('priorityMax', texts.priorityMax, { type: 'number' })}
      </div>
      <VariableConditions
        conditions={(filter.variables ?? []) as NonNullable<TaskFilter['variables']>}
        onChange={(variables) => change({ variables })}
      />
      <div className="filter-save">
        <TextInput
          id="filter-name"
          size="sm"
          labelText={texts.name}
          helperText={texts.nameHelp}
          value={name}
          maxLength={NAME_LENGTH_MAX}
          invalid={isNameNeeded && name.trim() === ''}
          invalidText={texts.nameNeeded}
          onChange={({ target }) => setName(target.value)}
        />
        <Toggle id="filter-share" size="sm" labelText={texts.share} hideLabel toggled={isShared} onToggle={setShared} />
        <div className="filter-actions">
          {isOwn && (
            <Button size="sm" kind="ghost" disabled={isBusy} onClick={() => save(true)}>
              {texts.keepOld}
            </Button>
          )}
          <Button size="sm" kind="ghost" onClick={() => setFilter({})}>
            {texts.reset}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
