import { Notification as Bell } from '@carbon/icons-react';
import { Button, HeaderGlobalAction, HeaderPanel } from '@carbon/react';
import { useState } from 'react';
import { problemText } from '../../parts/problem-words.ts';
import { TimeText } from '../../parts/time-text.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { clearNotifications, useNotifications } from '../notifications.ts';

/** What was said in toasts, to be read again. */
export function NotificationsMenu() {
  const texts = useTexts();
  const { shell } = texts;
  const [isOpen, setOpen] = useState(false);
  const notifications = useNotifications();
  return (
    <>
      <HeaderGlobalAction
        aria-label={shell.notifications}
        aria-expanded={isOpen}
        isActive={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Bell size={20} />
      </HeaderGlobalAction>
      <HeaderPanel expanded={isOpen} onHeaderPanelFocus={() => setOpen(false)}>
        {isOpen && (
          <section className="header-menu" aria-label={shell.notifications}>
            <h2>{shell.notifications}</h2>
            {notifications.length === 0 ? (
              <p>{shell.noNotifications}</p>
            ) : (
              <>
                <ul className="notification-list">
                  {notifications.map(({ id, kind, title, text, problem, link, at }) => (
                    <li key={id} data-kind={kind}>
                      <strong>{title}</strong>
                      {text !== undefined && <p>{text}</p>}
                      {problem !== undefined && <p>{problemText(problem, texts)}</p>}
                      {link !== undefined && <a href={link.href}>{link.text}</a>}
                      <TimeText date={new Date(at).toISOString()} />
                    </li>
                  ))}
                </ul>
                <Button kind="ghost" size="sm" onClick={clearNotifications}>
                  {shell.clearNotifications}
                </Button>
              </>
            )}
          </section>
        )}
      </HeaderPanel>
    </>
  );
}
