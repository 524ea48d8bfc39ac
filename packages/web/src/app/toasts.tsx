import { ActionableNotification, ToastNotification } from '@carbon/react';
import { useNavigate } from '@tanstack/react-router';
import { problemText } from '../parts/problem-words.ts';
import { useTexts } from '../texts/use-texts.ts';
import { dismiss, useNotifications } from './notifications.ts';

/** More would cover the page; the others are behind the bell. */
const SHOWN_MAX = 4;

/** What has just happened, in a corner. */
export function Toasts() {
  const texts = useTexts();
  const { shell } = texts;
  const navigate = useNavigate();
  const shown = useNotifications()
    .filter(({ isShown }) => isShown)
    .slice(0, SHOWN_MAX);
  return (
    <section className="toasts" aria-live="polite" aria-label={shell.notifications}>
      {shown.map(({ id, kind, title, text, problem, link }) =>
        link === undefined ? (
          <ToastNotification
            key={id}
            kind={kind}
            title={title}
            subtitle={text ?? (problem === undefined ? '' : problemText(problem, texts))}
            lowContrast
            role="status"
            statusIconDescription={kind}
            aria-label={shell.dismiss}
            onClose={() => {
              dismiss(id);
              return false;
            }}
          />
        ) : (
          <ActionableNotification
            key={id}
            kind={kind}
            title={title}
            subtitle={text ?? (problem === undefined ? '' : problemText(problem, texts))}
            lowContrast
            inline={false}
            hasFocus={false}
            statusIconDescription={kind}
            aria-label={shell.dismiss}
            actionButtonLabel={link.text}
            onActionButtonClick={() => {
              dismiss(id);
              void navigate({ href: link.href });
            }}
            onClose={() => {
              dismiss(id);
              return false;
            }}
          />
        ),
      )}
    </section>
  );
}
