import { UserAvatar } from '@carbon/icons-react';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../texts/use-texts.ts';

/** Who has the task. */
export function AssigneeTag({ assignee }: { readonly assignee: string | null }) {
  const { card } = useTexts().tasklist;
  const { username } = useSession();
  const look = assignee === null ? 'nobody' : assignee === username ? 'me' : 'other';
  return (
    <span className="assignee-tag" data-assignee={look} title={assignee ?? undefined}>
      <UserAvatar size={16} aria-hidden="true" />
      <span>{assignee === null ? card.unassigned : assignee === username ? card.me : assignee}</span>
    </span>
  );
}
