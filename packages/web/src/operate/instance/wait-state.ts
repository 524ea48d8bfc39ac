import type { ElementInstanceWaitStateResult } from '../../api/gen/api.ts';

/** What an element instance waits for; the API's document leaves the details open. */
export type WaitStateDetails =
  | {
      readonly waitStateType: 'JOB';
      readonly jobKey: string;
      readonly jobType: string;
      readonly jobKind: string;
      readonly listenerEventType: string | null;
      readonly retries: number | null;
    }
  | { readonly waitStateType: 'MESSAGE'; readonly messageName: string; readonly correlationKey: string | null }
  | { readonly waitStateType: 'USER_TASK'; readonly taskKey: string; readonly dueDate: string | null }
  | {
      readonly waitStateType: 'TIMER';
      /** Ms since 1970. */
      readonly dueDate: number | null;
      /** -1 = for ever. */
      readonly repetitions: number | null;
    }
  | { readonly waitStateType: 'SIGNAL'; readonly signalName: string }
  | { readonly waitStateType: 'CONDITION'; readonly expression: string; readonly events: readonly string[] };

export type WaitState = Omit<ElementInstanceWaitStateResult, 'details'> & { readonly details: WaitStateDetails };
