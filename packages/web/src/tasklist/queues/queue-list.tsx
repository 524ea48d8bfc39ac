import { Add, ChevronLeft } from '@carbon/icons-react';
import { Button, IconButton, OverflowMenu, OverflowMenuItem } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { deleteSavedFilter, type SavedFilterResult } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { countConditions } from '../tasks/task-filter.ts';
import { queueNames, type TasksSearch } from '../tasks/tasks-search.ts';

export interface QueueListProps {
  readonly search: TasksSearch;
  readonly filters: readonly SavedFilterResult[];
  /** Opens the dialog, for a new filter without one. */
  onEdit(filter?: SavedFilterResult): void;
  onCollapse?(): void;
  /** When one was chosen. */
  onChosen?(): void;
}

/** Queues, saved filters, and what one does with them. */
export function QueueList({ search, filters, onEdit, onCollapse, onChosen }: QueueListProps) {
  const { queues } = useTexts().tasklist;
  const { username } = useSession();
  const isPlain = search.filter === undefined && search.where === undefined;
  const own = filters.filter(({ owner }) => owner === username);
  const shared = filters.filter(({ owner }) => owner !== username);
  const entry = (key: string, name: string, target: TasksSearch, isCurrent: boolean, menu?: ReactNode) => (
    <li key={key} data-current={isCurrent || undefined}>
      <Link
        to="/tasklist"
        search={{ ...target, ...(search.tab === undefined ? {} : { tab: search.tab }) }}
        aria-current={isCurrent ? 'true' : undefined}
        activeProps={{}}
        onClick={() => onChosen?.()}
      >
        {name}
      </Link>
      {menu}
    </li>
  );
  return (
    <nav className="queues" aria-label={queues.label}>
      {onCollapse !== undefined && (
        <div className="queues-head">
          <h2>{queues.label}</h2>
          <IconButton label={queues.collapse} kind="ghost" size="sm" align="right" onClick={onCollapse}>
            <ChevronLeft />
          </IconButton>
        </div>
      )}
      <ul>
        {queueNames.map((name) =>
          entry(
            name,
            queues[name],
            name === 'open' ? {} : { queue: name },
            isPlain && (search.queue ?? 'open') === name,
          ),
        )}
      </ul>
      {search.where !== undefined && (
        <ul>
          <li data-current="true">
            <button type="button" aria-current="true" onClick={() => onEdit()}>
              {queues.unsaved} ({countConditions(search.where)})
            </button>
          </li>
        </ul>
      )}
      {(
        [
          [queues.own, own],
          [queues.shared, shared],
        ] as const
      ).map(
        ([title, group]) =>
          group.length > 0 && (
            <section key={title}>
              <h3>{title}</h3>
              <ul>
                {group.map((filter) =>
                  entry(
                    filter.savedFilterKey,
                    filter.name,
                    { filter: filter.savedFilterKey },
                    search.where === undefined && search.filter === filter.savedFilterKey,
                    <FilterMenu filter={filter} isOwn={filter.owner === username} onEdit={() => onEdit(filter)} />,
                  ),
                )}
              </ul>
            </section>
          ),
      )}
      <Button kind="ghost" size="sm" renderIcon={Add} onClick={() => onEdit()}>
        {queues.newFilter}
      </Button>
    </nav>
  );
}

function FilterMenu({
  filter,
  isOwn,
  onEdit,
}: {
  readonly filter: SavedFilterResult;
  readonly isOwn: boolean;
  onEdit(): void;
}) {
  const { queues } = useTexts().tasklist;
  const remove = useAction(deleteSavedFilter, {
    onDone: () => notify({ kind: 'success', title: queues.deleted(filter.name) }),
    onProblem: (problem) => notifyProblem(queues.notDeleted, problem),
  });
  const copyLink = async () => {
    await navigator.clipboard.writeText(new URL(`/tasklist?filter=${filter.savedFilterKey}`, location.href).href);
    notify({ kind: 'success', title: queues.linkCopied });
  };
  return (
    <OverflowMenu
      size="sm"
      flipped
      aria-label={queues.menuOf(filter.name)}
      iconDescription={queues.menuOf(filter.name)}
    >
      <OverflowMenuItem itemText={queues.copyLink} onClick={() => void copyLink()} />
      <OverflowMenuItem itemText={queues.edit} onClick={onEdit} />
      {isOwn ? (
        <OverflowMenuItem
          itemText={queues.delete}
          isDelete
          onClick={() => remove.mutate({ path: { savedFilterKey: filter.savedFilterKey } })}
        />
      ) : (
        <OverflowMenuItem itemText={queues.by(filter.owner)} disabled />
      )}
    </OverflowMenu>
  );
}
