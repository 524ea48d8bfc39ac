/** What every part of a random process is drawn with. */
import type { Random } from './random.ts';

/** A stretch of a process with one entry and one exit. */
export interface Block {
  readonly xml: string;
  readonly entry: string;
  readonly exit: string;
}

/** One activity, whose element is all of `xml`. */
export interface Activity {
  readonly xml: string;
  readonly id: string;
  /** Code of the error that leaves it for certain. */
  readonly catches?: string;
  /** Code of an escalation that may leave it. */
  readonly escalates?: string;
}

export interface Draw {
  readonly random: Random;
  /** A new id. */
  name(kind: string): string;
  sequence(depth: number): Block;
  /** A new message definition to wait for. @returns its id. */
  message(): string;
  /** Remembers which elements an ad-hoc sub-process can be told to start. */
  adHoc(id: string, elementIds: readonly string[]): void;
}

/** Job types of whatever a worker does in random processes. */
export const JOB_TYPES = ['pack', 'ship', 'bill'] as const;
/** Job type of ad-hoc sub-processes that a worker leads. */
export const LEADER_TYPE = 'lead';
/** Job type of all execution and task listeners. */
export const LISTENER_TYPE = 'listen';
export const ERROR_CODES = ['E0', 'E1', 'E2'] as const;
export const ESCALATION_CODES = ['up0', 'up1'] as const;
/** Everybody listens to the same signals. */
export const SIGNAL_NAMES = ['all', 'hands'] as const;
/** Conditions ask whether one of these is 1, 2 or 3. */
export const CHOICES = ['choice0', 'choice1', 'choice2'] as const;
/** Inputs that must not be null. */
export const NEEDED = ['need0', 'need1'] as const;
/** A list that multi-instance activities loop over; missing at first. */
export const ITEMS = 'items';
/** Correlation keys; instances share them, so they compete for messages. */
export const CORRELATION_KEYS = ['k0', 'k1', 'k2'] as const;

/** Puts an extension element into the outermost element. */
export function withExtension(xml: string, extension: string): string {
  const opening = /^(<bpmn:\w+[^>]*>)(<bpmn:extensionElements>)?/;
  return xml.replace(opening, (_whole, tag: string, extensions: string | undefined) =>
    extensions === undefined
      ? `${tag}<bpmn:extensionElements>${extension}</bpmn:extensionElements>`
      : `${tag}${extensions}${extension}`,
  );
}
