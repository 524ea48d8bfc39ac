import type { Texts } from '../../texts/language.ts';

interface Acted {
  readonly actorId: string | null;
  readonly actorType: 'ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER' | null;
}

/** Who did it: the name, or what is known of them. */
export function actorText({ actorId, actorType }: Acted, { operationsLog }: Texts): string {
  if (actorId !== null && actorId !== '') return actorId;
  return operationsLog.actorTypes[actorType ?? 'UNKNOWN'];
}
