import { OverflowMenu, OverflowMenuItem } from '@carbon/react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ProcessInstanceCallHierarchyEntry, ProcessInstanceResult } from '../../../api/gen/api.ts';
import { useIsNarrow } from '../../../parts/use-media.ts';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import { useCallHierarchy } from '../use-call-hierarchy.ts';

/** Longer ones have their middle in a menu: the root, and those that called this one last, are what one goes to. */
const SHOWN_MAX = 5;
const SHOWN_LAST = 3;
const SHOWN_MAX_NARROW = 3;
const SHOWN_LAST_NARROW = 2;

/** The way from the root to this instance. */
export function CallBreadcrumb({ instance }: { readonly instance: ProcessInstanceResult }) {
  const { header: texts } = useTexts().instance;
  const isNarrow = useIsNarrow();
  const hierarchy = useCallHierarchy(instance.processInstanceKey, true).data ?? [];
  if (hierarchy.length === 0) return <div className="call-breadcrumb" aria-busy="true" />;
  const isCut = hierarchy.length > (isNarrow ? SHOWN_MAX_NARROW : SHOWN_MAX);
  const lastFrom = isCut ? hierarchy.length - (isNarrow ? SHOWN_LAST_NARROW : SHOWN_LAST) : 1;
  const level = (entry: ProcessInstanceCallHierarchyEntry, index: number) => (
    <li key={entry.processInstanceKey}>
      {entry.processInstanceKey === instance.processInstanceKey ? (
        <span aria-current="page">{nameOf(entry)}</span>
      ) : (
        <Link
          to="/operate/processes/$processInstanceKey"
          params={{ processInstanceKey: entry.processInstanceKey }}
          title={texts.levelTitle(index + 1, entry.processInstanceKey)}
        >
          {nameOf(entry)}
        </Link>
      )}
    </li>
  );
  return (
    <nav className="call-breadcrumb" aria-label={texts.hierarchy}>
      <ol>
        {hierarchy.slice(0, 1).map(level)}
        {isCut && (
          <li>
            <HiddenLevels levels={hierarchy.slice(1, lastFrom)} />
          </li>
        )}
        {hierarchy.slice(lastFrom).map((entry, index) => level(entry, lastFrom + index))}
      </ol>
    </nav>
  );
}

/** @param levels those between the root and the last ones, from the second on. */
function HiddenLevels({ levels }: { readonly levels: readonly ProcessInstanceCallHierarchyEntry[] }) {
  const { header: texts } = useTexts().instance;
  const formats = useFormats();
  const navigate = useNavigate();
  const label = texts.showHidden(levels.length);
  return (
    <OverflowMenu
      size="sm"
      aria-label={label}
      iconDescription={label}
      className="call-breadcrumb-more"
      menuOptionsClass="call-breadcrumb-menu"
      renderIcon={() => <span>… {formats.number(levels.length)}</span>}
    >
      {levels.map((entry, index) => (
        <OverflowMenuItem
          key={entry.processInstanceKey}
          itemText={texts.hiddenLevel(index + 2, nameOf(entry))}
          title={texts.levelTitle(index + 2, entry.processInstanceKey)}
          requireTitle
          onClick={() =>
            void navigate({
              to: '/operate/processes/$processInstanceKey',
              params: { processInstanceKey: entry.processInstanceKey },
            })
          }
        />
      ))}
    </OverflowMenu>
  );
}

function nameOf({ processDefinitionName, processInstanceKey }: ProcessInstanceCallHierarchyEntry): string {
  return processDefinitionName || processInstanceKey;
}
