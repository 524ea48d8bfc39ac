import { Launch } from '@carbon/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { ElementTargets } from './use-element-links.ts';

export interface ElementLinksProps {
  readonly elementId: string;
  readonly targets: ElementTargets;
}

/** A link to what a call activity called or a business rule task evaluated; a list when there are several. */
export function ElementLinks({ elementId, targets }: ElementLinksProps) {
  const { instance: texts } = useTexts();
  const formats = useFormats();
  const navigate = useNavigate();
  const { links, isMore } = targets;
  const [only] = links;
  if (only === undefined) return null;
  if (links.length > 1) {
    return (
      <button
        type="button"
        className="element-link"
        title={texts.diagram.severalLinks(links.length, isMore)}
        aria-label={texts.diagram.severalLinks(links.length, isMore)}
        onClick={(event) => {
          event.stopPropagation();
          void navigate({
            from: '/operate/processes/$processInstanceKey',
            to: '.',
            search: (present) => ({
              ...present,
              element: elementId,
              elementInstance: undefined,
              tab: 'called' as const,
            }),
          });
        }}
      >
        <Launch aria-hidden /> {formats.compact(links.length)}
        {isMore && '+'}
      </button>
    );
  }
  return only.kind === 'called' ? (
    <Link
      className="element-link"
      to="/operate/processes/$processInstanceKey"
      params={{ processInstanceKey: only.key }}
      aria-label={texts.diagram.openCalled(only.key)}
      title={texts.diagram.openCalled(only.key)}
    >
      <Launch aria-hidden />
    </Link>
  ) : (
    <Link
      className="element-link"
      to="/operate/decisions/$decisionEvaluationInstanceKey"
      params={{ decisionEvaluationInstanceKey: only.key }}
      aria-label={texts.diagram.openDecision(only.key)}
      title={texts.diagram.openDecision(only.key)}
    >
      <Launch aria-hidden />
    </Link>
  );
}
