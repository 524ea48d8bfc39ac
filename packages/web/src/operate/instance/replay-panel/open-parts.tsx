import type { ReactNode } from 'react';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { MomentView, Some } from './worker/moment-view.ts';

export interface OpenPartsProps {
  readonly view: MomentView | undefined;
  nameOf(elementId: string): string;
  onSelect(elementId: string, elementInstanceKey?: string): void;
}

interface Part {
  readonly key: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
}

/** What the instance waited for at the moment, and what was in its way. */
export function OpenParts({ view, nameOf, onSelect }: OpenPartsProps) {
  const { parts: texts } = useTexts().replay;
  const formats = useFormats();
  if (view === undefined) return <PageSkeleton />;
  const { incidents, jobs, userTasks, timers, subscriptions } = view;
  const group = <Item extends Part>(title: string, { items, total }: Some<Item>, tell: (item: Item) => ReactNode) =>
    total > 0 && (
      <section className="open-parts-group">
        <h3 className="replay-pane-title">{texts.titled(title, total)}</h3>
        <ul>
          {items.map((item) => (
            <li key={item.key}>
              <button
                type="button"
                className="text-button"
                onClick={() => onSelect(item.elementId, item.elementInstanceKey)}
              >
                {nameOf(item.elementId)}
              </button>
              <span>{tell(item)}</span>
            </li>
          ))}
        </ul>
        {total > items.length && <p className="pane-note">{texts.more(total - items.length)}</p>}
      </section>
    );
  const distance = (to: number) => texts.due(formats.duration(Math.abs(to - view.timestamp)), to < view.timestamp);
  const isEmpty = [incidents, jobs, userTasks, timers, subscriptions].every(({ total }) => total === 0);
  return (
    <div className="open-parts">
      {isEmpty && <p className="pane-note">{texts.none}</p>}
      {group(texts.incidents, incidents, ({ errorType, message }) => (
        <span className="open-parts-incident" data-look="incident" title={message}>
          <code>{errorType}</code> {message.length > 300 ? `${message.slice(0, 300)}…` : message}
        </span>
      ))}
      {group(texts.userTasks, userTasks, ({ assignee }) =>
        assignee === '' ? texts.unassigned : texts.assigned(assignee),
      )}
      {group(texts.jobs, jobs, ({ type, state, worker, retries, backOffUntil }) => (
        <>
          <code>{type}</code> {texts.jobStates[state](worker)} · {texts.retries(retries)}
          {backOffUntil !== undefined && ` · ${texts.again(distance(backOffUntil))}`}
        </>
      ))}
      {group(texts.timers, timers, ({ dueDate }) => (
        <>
          {formats.dateTime(new Date(dueDate).toISOString())} · {distance(dueDate)}
        </>
      ))}
      {group(texts.subscriptions, subscriptions, (subscription) =>
        subscription.kind === 'message' ? (
          texts.message(subscription.messageName, subscription.correlationKey)
        ) : subscription.kind === 'signal' ? (
          texts.signal(subscription.signalName)
        ) : (
          <code>{subscription.condition}</code>
        ),
      )}
    </div>
  );
}
