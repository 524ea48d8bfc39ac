import { TrashCan } from '@carbon/icons-react';
import { Button, IconButton, TextArea } from '@carbon/react';
import { useState } from 'react';
import {
  createUserTaskComment,
  deleteUserTaskComment,
  searchUserTaskComments,
  type UserTaskCommentResult,
} from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { useApiPages } from '../../api/use-api.ts';
import { notifyProblem } from '../../app/notifications.ts';
import { useSession } from '../../app/session.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { keepDraft, readDraft } from '../form/draft.ts';

const TEXT_LENGTH_MAX = 10_000;

/** What people say to each other about a task; the oldest first. */
export function TaskComments({ userTaskKey }: { readonly userTaskKey: string }) {
  const { tasklist, parts } = useTexts();
  const { comments } = tasklist;
  const pages = useApiPages(
    searchUserTaskComments,
    { path: { userTaskKey }, body: { sort: [{ field: 'creationDate', order: 'ASC' }] } },
    { live: { valueTypes: ['USER_TASK_COMMENT'] } },
  );
  if (pages.isLoading) return <PageSkeleton />;
  if (pages.problem !== null && pages.items.length === 0) {
    return <ProblemNotice problem={pages.problem} onRetry={pages.retry} />;
  }
  return (
    <div className="comments">
      {pages.items.length === 0 ? (
        <EmptyState title={comments.empty} text={comments.emptyHelp} />
      ) : (
        <ol aria-label={comments.label} aria-live="polite">
          {pages.items.map((comment) => (
            <Comment key={comment.commentKey} comment={comment} />
          ))}
        </ol>
      )}
      {pages.hasMore && (
        <Button kind="ghost" size="sm" onClick={pages.loadMore}>
          {parts.loadMore}
        </Button>
      )}
      <NewComment userTaskKey={userTaskKey} />
    </div>
  );
}

function Comment({ comment }: { readonly comment: UserTaskCommentResult }) {
  const { comments } = useTexts().tasklist;
  const { username } = useSession();
  const remove = useAction(deleteUserTaskComment, {
    onProblem: (problem) => notifyProblem(comments.notDeleted, problem),
  });
  const { userTaskKey, commentKey } = comment;
  return (
    <li>
      <p className="comment-head">
        <strong>{comment.author}</strong> <TimeText date={comment.creationDate} />
        {comment.author === username && (
          <IconButton
            label={comments.delete}
            kind="ghost"
            size="sm"
            align="left"
            disabled={remove.isPending}
            onClick={() => remove.mutate({ path: { userTaskKey, commentKey } })}
          >
            <TrashCan />
          </IconButton>
        )}
      </p>
      <p className="comment-text">{comment.text}</p>
    </li>
  );
}

function NewComment({ userTaskKey }: { readonly userTaskKey: string }) {
  const { comments } = useTexts().tasklist;
  const { username } = useSession();
  const draftName = `comment.${userTaskKey}`;
  const [text, setText] = useState(() => String(readDraft(draftName) ?? ''));
  const change = (next: string) => {
    setText(next);
    keepDraft(draftName, next === '' ? undefined : next);
  };
  const create = useAction(createUserTaskComment, {
    onDone: () => change(''),
    onProblem: (problem) => notifyProblem(comments.notAdded, problem),
  });
  const isEmpty = text.trim() === '';
  const submit = () => {
    if (!isEmpty && !create.isPending)
      create.mutate({ path: { userTaskKey }, body: { author: username, text: text.trim() } });
  };
  return (
    <form
      className="new-comment"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        id="new-comment"
        labelText={comments.text}
        rows={3}
        maxLength={TEXT_LENGTH_MAX}
        value={text}
        onChange={({ target }) => change(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Button size="sm" type="submit" disabled={isEmpty || create.isPending}>
        {comments.add}
      </Button>
    </form>
  );
}
