import type { Moment } from '../../../replay/index.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import type { ProcessModel } from '../../model/process-model.ts';

/** What the texts are made of. */
export interface Happening {
  /** Name or id of the element; empty when it is about none. */
  readonly element: string;
  /** Name of a variable, a job's type, a message, …; may be empty. */
  readonly subject: string;
}

type Make = (happening: Happening) => string;
type Table = Readonly<Record<string, Make | undefined>>;

/** Longer ones are errors with their stack. */
const SUBJECT_LENGTH_MAX = 160;

/** Puts what happened into words; what is rare is told as the engine spells it. */
export function useHappeningText(model: ProcessModel | undefined): (moment: Moment) => string {
  const { happenings } = useTexts().replay;
  return ({ kind, topic, valueType, intent, elementId, subject }) => {
    const happening: Happening = {
      element: nameIn(model, elementId),
      subject: subject.length > SUBJECT_LENGTH_MAX ? `${subject.slice(0, SUBJECT_LENGTH_MAX)}…` : subject,
    };
    const what = { ...happening, spelled: `${valueType} ${intent}` };
    if (kind === 'rejection') return happenings.refused(what);
    if (kind === 'command') return happenings.asked(what);
    const table: Table = topic === 'instance' ? happenings.ofInstance : happenings.events;
    const make = table[`${valueType} ${intent}`];
    return make === undefined ? happenings.other(what) : make(happening);
  };
}

/** Flows without a name are told by their ends. */
function nameIn(model: ProcessModel | undefined, elementId: string): string {
  const element = model?.elements.get(elementId);
  const nameOf = (id: string) => model?.elements.get(id)?.name ?? id;
  if (element?.name === undefined && element?.ends !== undefined) {
    return `${nameOf(element.ends.sourceId)} → ${nameOf(element.ends.targetId)}`;
  }
  return element?.name ?? elementId;
}
