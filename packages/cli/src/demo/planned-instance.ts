import type { SeededRandom } from './seeded-random.ts';

/** A message for a waiting instance; it is kept until the instance is there. */
export interface PlannedMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What people do with the user tasks of one element: claim them, and complete them when there are variables. */
export interface PlannedWork {
  readonly elementId: string;
  readonly by: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** So many of its tasks; all without. */
  readonly tasksMax?: number;
  /** 2 = only when the operators have done their part. */
  readonly phase?: 2;
}

/** A file that is uploaded before the instance starts; the variable refers to it, in a list. */
export interface PlannedDocument {
  readonly variable: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** What operators do with an instance when it has got as far as it gets by itself. */
export type PlannedOperation =
  | 'cancel'
  | 'cancel-by-batch'
  | 'suspend'
  | 'suspend-by-batch'
  | 'resolve-by-batch'
  | 'migrate-by-batch';

export interface PlannedInstance {
  readonly processDefinitionId: string;
  /** The latest version without. */
  readonly versionTag?: string;
  readonly businessId: string;
  readonly tags: readonly string[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly documents?: readonly PlannedDocument[];
  readonly messages?: readonly PlannedMessage[];
  readonly work?: readonly PlannedWork[];
  readonly operation?: PlannedOperation;
}

/** What a story is told from. */
export interface StoryContext {
  readonly random: SeededRandom;
  /** Of the instance, counted from 1 over all that were ever started here: ids are made of it. */
  readonly ordinal: number;
  readonly nowMs: number;
}

/** One way an instance may go. */
export interface Story {
  readonly name: string;
  /** How many of it every cluster has, however few instances are asked for. */
  readonly first: number;
  /** How often it comes after these, compared with the others; 0 = never again. */
  readonly weight: number;
  tell(context: StoryContext): PlannedInstance;
}
