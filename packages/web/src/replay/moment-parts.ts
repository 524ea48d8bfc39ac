/** What a moment consists of, in the words of the apps: keys as text, codes by their names, values as JSON text. */
import type {
  BpmnElementTypeName,
  IncidentErrorTypeName,
  JobKindName,
  JobListenerEventTypeName,
} from '@waggle/protocol';

export interface DefinitionAtMoment {
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly version: number;
}

export interface ElementCounts {
  /** Living element instances. */
  readonly active: number;
  /** Those of the living that have an open incident. */
  readonly withIncident: number;
  readonly completed: number;
  readonly terminated: number;
}

export interface ElementNode {
  readonly key: string;
  /** Empty for the process itself. */
  readonly scopeKey: string;
  /** Empty when it had started before the records begin and nothing tells what it is. */
  readonly elementId: string;
  readonly elementType: BpmnElementTypeName;
  readonly state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED';
  /** Of a living one: where in its life it is. */
  readonly phase: 'ACTIVATING' | 'ACTIVATED' | 'COMPLETING' | 'TERMINATING' | undefined;
  /** Moments of start and end. A start of -1 lies before the records; an end is `undefined` as long as it lives. */
  readonly startIndex: number;
  readonly endIndex: number | undefined;
  /** Place in a multi-instance loop, from 1; 0 outside of one. */
  readonly loopCounter: number;
  /** The process instance a call activity has started; empty without. */
  readonly calledProcessInstanceKey: string;
  /** Element instances in it so far. */
  readonly childCount: number;
  /** Has an open incident itself. */
  readonly hasIncident: boolean;
}

export interface VariableAtMoment {
  readonly key: string;
  readonly scopeKey: string;
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  /** The moment that gave it this value; -1 when that was before the records begin. */
  readonly changeIndex: number;
}

export interface IncidentAtMoment {
  readonly key: string;
  readonly errorType: IncidentErrorTypeName;
  readonly message: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  /** Empty when it is of no job. */
  readonly jobKey: string;
}

export interface JobAtMoment {
  readonly key: string;
  readonly type: string;
  readonly state: 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'ERROR_THROWN' | 'SUSPENDED';
  readonly kind: JobKindName;
  readonly listenerEventType: JobListenerEventTypeName;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly retries: number;
  /** Empty until a worker has it. */
  readonly worker: string;
  /** Epoch ms until which it belongs to the worker; `undefined` when it belongs to none. */
  readonly deadline: number | undefined;
  /** Epoch ms when its back-off ends. */
  readonly backOffUntil: number | undefined;
  readonly errorCode: string;
  readonly errorMessage: string;
}

export interface TimerAtMoment {
  readonly key: string;
  /** The event that fires. */
  readonly elementId: string;
  /** The element instance that waits, or that the event lies on. */
  readonly elementInstanceKey: string;
  /** Epoch ms. */
  readonly dueDate: number;
  /** How often it fires; -1 = without end. */
  readonly repetitions: number;
}

export type SubscriptionAtMoment =
  | (SubscriptionOwner & {
      readonly kind: 'message';
      readonly messageName: string;
      readonly correlationKey: string;
      /** OPENING and CLOSING wait for the partition that keeps the messages. */
      readonly state: 'OPENING' | 'OPEN' | 'CLOSING';
    })
  | (SubscriptionOwner & { readonly kind: 'signal'; readonly signalName: string })
  | (SubscriptionOwner & { readonly kind: 'condition'; readonly condition: string });

interface SubscriptionOwner {
  readonly key: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
}

export interface UserTaskAtMoment {
  readonly key: string;
  /** CREATED is at rest; in any other state listeners are asked about a transition. */
  readonly state: 'CREATING' | 'CREATED' | 'ASSIGNING' | 'CLAIMING' | 'UPDATING' | 'COMPLETING' | 'CANCELING';
  readonly elementId: string;
  readonly elementInstanceKey: string;
  /** Empty = nobody. */
  readonly assignee: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  /** ISO 8601; empty without. */
  readonly dueDate: string;
  readonly followUpDate: string;
  readonly priority: number;
  /** Empty without. */
  readonly formKey: string;
}
