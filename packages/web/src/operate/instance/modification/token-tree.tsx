import { ChevronDown, ChevronRight } from '@carbon/icons-react';
import { Button, SkeletonText } from '@carbon/react';
import { useState } from 'react';
import {
  type ElementInstanceResult,
  type ProcessInstanceResult,
  searchElementInstances,
} from '../../../api/gen/api.ts';
import { useApiPages } from '../../../api/use-api.ts';
import { ElementIcon } from '../../../parts/element-icon.tsx';
import { problemText } from '../../../parts/problem-words.ts';
import { instanceState, StateTag } from '../../../parts/state-tag.tsx';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessFacts } from '../../model/process-facts.ts';
import { instanceValueTypes } from '../instance-value-types.ts';
import { elementName } from './modification-plan.ts';
import type { ModificationSelection } from './modification-selection.ts';
import { PlannedTokenRow } from './planned-token-row.tsx';
import type { Modification } from './use-modification.ts';

export interface TokenTreeProps {
  readonly instance: ProcessInstanceResult;
  readonly facts: ProcessFacts;
  readonly modification: Modification;
  readonly selection: ModificationSelection | undefined;
  onSelect(elementId: string | undefined, elementInstanceKey?: string, stepId?: number): void;
}

const scopeTypes: ReadonlySet<ElementInstanceResult['type']> = new Set([
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'MULTI_INSTANCE_BODY',
]);
/** So many rows a scope shows at first; they are not drawn on demand. */
const PAGE_LIMIT = 50;
/** Scopes with more inside stay closed until somebody opens them. */
const OPENED_MAX = 8;

/** What runs, scope by scope, with what the plan takes and, dashed, what it adds. */
export function TokenTree(props: TokenTreeProps) {
  const { modification: texts } = useTexts();
  const { instance, selection, onSelect } = props;
  return (
    <div className="token-tree">
      <h3>{texts.tokens}</h3>
      <button
        type="button"
        className="token-row"
        aria-pressed={selection === undefined}
        onClick={() => onSelect(undefined)}
      >
        <ElementIcon type="PROCESS" />
        <span className="token-name">{instance.processDefinitionName ?? instance.processDefinitionId}</span>
      </button>
      <TokenScope {...props} scopeKey={instance.processInstanceKey} isRoot />
    </div>
  );
}

interface TokenScopeProps extends TokenTreeProps {
  readonly scopeKey: string;
  readonly isRoot?: boolean;
}

function TokenScope(props: TokenScopeProps) {
  const { instance, facts, modification, selection, onSelect, scopeKey, isRoot = false } = props;
  const all = useTexts();
  const { modification: texts } = all;
  const { processInstanceKey } = instance;
  const tokens = useApiPages(
    searchElementInstances,
    {
      body: {
        filter: { processInstanceKey, elementInstanceScopeKey: scopeKey, state: 'ACTIVE' },
        sort: [{ field: 'startDate', order: 'ASC' }],
      },
    },
    {
      limit: PAGE_LIMIT,
      live: { valueTypes: instanceValueTypes, processInstanceKey },
    },
  );
  const planned = modification.plan.filter(
    (step) =>
      (step.kind === 'add' || step.kind === 'move') &&
      (step.ancestorKey === undefined ? isRoot : step.ancestorKey === scopeKey),
  );
  return (
    <ul>
      {tokens.isLoading && (
        <li>
          <SkeletonText width="40%" />
        </li>
      )}
      {tokens.problem !== null && tokens.items.length === 0 && (
        <li className="token-note">{problemText(tokens.problem, all)}</li>
      )}
      {!tokens.isLoading && tokens.problem === null && tokens.items.length + planned.length === 0 && (
        <li className="token-note">{texts.tokensEmpty}</li>
      )}
      {tokens.items.map((token) => (
        <TokenNode
          key={token.elementInstanceKey}
          {...props}
          token={token}
          isOpenFirst={tokens.items.length <= OPENED_MAX}
        />
      ))}
      {tokens.hasMore && (
        <li>
          <Button kind="ghost" size="sm" disabled={tokens.isLoadingMore} onClick={tokens.loadMore}>
            {texts.tokensMore}
          </Button>
        </li>
      )}
      {planned.map((step) => (
        <PlannedTokenRow
          key={step.id}
          step={step}
          facts={facts}
          isSelected={selection?.stepId === step.id}
          onSelect={(elementId) => onSelect(elementId, undefined, step.id)}
        />
      ))}
    </ul>
  );
}

interface TokenNodeProps extends TokenScopeProps {
  readonly token: ElementInstanceResult;
  readonly isOpenFirst: boolean;
}

function TokenNode({ token, isOpenFirst, ...props }: TokenNodeProps) {
  const { facts, modification, selection, onSelect } = props;
  const { modification: texts } = useTexts();
  const [isOpen, setOpen] = useState(isOpenFirst);
  const isScope = scopeTypes.has(token.type);
  const { elementId, elementInstanceKey } = token;
  const taken = modification.plan.find(
    (step) =>
      (step.kind === 'cancel' || step.kind === 'move') &&
      step.elementId === elementId &&
      (step.elementInstanceKey === undefined || step.elementInstanceKey === elementInstanceKey),
  );
  return (
    <li>
      <span className="token-line">
        {isScope ? (
          <button
            type="button"
            className="token-toggle"
            aria-expanded={isOpen}
            aria-label={isOpen ? texts.fold : texts.open}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown /> : <ChevronRight />}
          </button>
        ) : (
          <span className="token-toggle" />
        )}
        <button
          type="button"
          className="token-row"
          aria-pressed={selection?.elementInstanceKey === elementInstanceKey}
          data-taken={taken !== undefined || undefined}
          onClick={() => onSelect(elementId, elementInstanceKey)}
        >
          <StateTag state={instanceState(token)} isIconOnly />
          <ElementIcon type={token.type} />
          <span className="token-name">{token.elementName || elementId}</span>
          {taken?.kind === 'move' && <em>{texts.willMove(elementName(facts, taken.targetId))}</em>}
          {taken?.kind === 'cancel' && <em>{texts.willEnd}</em>}
          {taken === undefined && <code>{elementInstanceKey}</code>}
        </button>
      </span>
      {isScope && isOpen && <TokenScope {...props} scopeKey={elementInstanceKey} isRoot={false} />}
    </li>
  );
}
