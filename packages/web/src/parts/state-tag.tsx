import {
  CheckmarkOutline,
  type CircleDash,
  CircleSolid,
  Misuse,
  PauseOutline,
  Pending,
  WarningAltFilled,
} from '@carbon/icons-react';
import type { Texts } from '../texts/language.ts';
import { useTexts } from '../texts/use-texts.ts';

export type StateName = keyof Texts['states'];

type Look = 'active' | 'incident' | 'completed' | 'canceled' | 'suspended' | 'waiting';

/** Each has a colour, an icon and a word of its own: none is told by colour alone. */
const icons = {
  active: CircleSolid,
  incident: WarningAltFilled,
  completed: CheckmarkOutline,
  canceled: Misuse,
  suspended: PauseOutline,
  waiting: Pending,
} satisfies Record<Look, typeof CircleDash>;

export const stateLooks: Readonly<Record<StateName, Look>> = {
  ACTIVE: 'active',
  INCIDENT: 'incident',
  COMPLETED: 'completed',
  TERMINATED: 'canceled',
  CANCELED: 'canceled',
  SUSPENDED: 'suspended',
  WAITING: 'waiting',
  CREATED: 'waiting',
  FAILED: 'incident',
  PARTIALLY_COMPLETED: 'incident',
  EVALUATED: 'completed',
  ASSIGNING: 'waiting',
  UPDATING: 'waiting',
  COMPLETING: 'waiting',
  CANCELING: 'waiting',
  CREATING: 'waiting',
  RESOLVED: 'completed',
  PENDING: 'waiting',
  DELETED: 'canceled',
};

export interface StateTagProps {
  readonly state: StateName;
  /** Shows the icon alone; the word is then its name. Default `false`. */
  readonly isIconOnly?: boolean;
}

export function StateTag({ state, isIconOnly = false }: StateTagProps) {
  const { states } = useTexts();
  const look = stateLooks[state];
  const Icon = icons[look];
  return (
    <span className="state-tag" data-look={look} title={isIconOnly ? states[state] : undefined}>
      <Icon size={16} aria-hidden={!isIconOnly} aria-label={isIconOnly ? states[state] : undefined} />
      {!isIconOnly && <span>{states[state]}</span>}
    </span>
  );
}

/** An active instance with an incident is told as that: it is what needs somebody. */
export function instanceState(instance: { readonly state: string; readonly hasIncident: boolean }): StateName {
  return instance.state === 'ACTIVE' && instance.hasIncident ? 'INCIDENT' : (instance.state as StateName);
}
