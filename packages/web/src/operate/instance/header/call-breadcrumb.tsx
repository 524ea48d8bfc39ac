import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { useCallHierarchy } from '../use-call-hierarchy.ts';

/** Longer ones lose their middle until it is asked for. */
const SHOWN_MAX = 5;
const SHOWN_FIRST = 1;
const SHOWN_LAST = 3;

/** The way from the root to this instance. */
export function CallBreadcrumb({ instance }: { readonly instance: ProcessInstanceResult }) {
  const { header: texts } = useTexts().instance;
  const [isOpen, setOpen] = useState(false);
  const hierarchy = useCallHierarchy(instance.processInstanceKey, true).data ?? [];
  if (hierarchy.length === 0) return <div className="call-breadcrumb" aria-busy="true" />;
  const isCut = !isOpen && hierarchy.length > SHOWN_MAX;
  const hidden = isCut ? hierarchy.length - SHOWN_FIRST - SHOWN_LAST : 0;
  return (
    <nav className="call-breadcrumb" aria-label={texts.hierarchy}>
      <ol>
        {hierarchy.map((entry, index) => {
          if (index >= SHOWN_FIRST && index < SHOWN_FIRST + hidden) {
            return index === SHOWN_FIRST ? (
              <li key="hidden">
                <button type="button" onClick={() => setOpen(true)} aria-label={texts.showHidden(hidden)}>
                  … {hidden}
                </button>
              </li>
            ) : null;
          }
          const key = entry.processInstanceKey;
          const name = entry.processDefinitionName || key;
          return (
            <li key={key}>
              {key === instance.processInstanceKey ? (
                <span aria-current="page">{name}</span>
              ) : (
                <Link
                  to="/operate/processes/$processInstanceKey"
                  params={{ processInstanceKey: key }}
                  title={texts.levelTitle(index + 1, key)}
                >
                  {name}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
