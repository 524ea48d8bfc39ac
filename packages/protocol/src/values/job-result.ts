import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';

/** What a worker decides beside variables: about a user task's transition, or about an ad-hoc sub-process. */
export type JobResult = UserTaskJobResult | AdHocSubProcessJobResult;

export interface UserTaskJobResult {
  readonly type: 'userTask';
  readonly isDenied: boolean;
  readonly deniedReason: string;
  /** Attributes the listener corrects, in the words of the user task; only these are taken from `corrections`. */
  readonly correctedAttributes: readonly string[];
  readonly corrections: UserTaskCorrections;
}

/** Empty text or list clears an attribute. */
export interface UserTaskCorrections {
  readonly assignee: string;
  readonly dueDate: string;
  readonly followUpDate: string;
  readonly candidateUsersList: readonly string[];
  readonly candidateGroupsList: readonly string[];
  readonly priority: number;
}

export interface AdHocSubProcessJobResult {
  readonly type: 'adHocSubProcess';
  readonly activateElements: readonly { readonly elementId: string; readonly variables: string }[];
  readonly isCompletionConditionFulfilled: boolean;
  readonly isCancelRemainingInstances: boolean;
}

const USER_TASK = 1;
const AD_HOC_SUB_PROCESS = 2;

/** An absent result is an empty array, otherwise the first item tells the kind. */
export function writeJobResult(writer: MessagePackWriter, result: JobResult | undefined): void {
  switch (result?.type) {
    case undefined:
      writer.arrayHeader(0);
      break;
    case 'userTask': {
      const { corrections } = result;
      writer.arrayHeader(10);
      writer.integer(USER_TASK);
      writer.boolean(result.isDenied);
      writer.text(result.deniedReason);
      writer.texts(result.correctedAttributes);
      writer.text(corrections.assignee);
      writer.text(corrections.dueDate);
      writer.text(corrections.followUpDate);
      writer.texts(corrections.candidateUsersList);
      writer.texts(corrections.candidateGroupsList);
      writer.integer(corrections.priority);
      break;
    }
    case 'adHocSubProcess':
      writer.arrayHeader(4);
      writer.integer(AD_HOC_SUB_PROCESS);
      writer.arrayHeader(result.activateElements.length);
      for (const { elementId, variables } of result.activateElements) {
        writer.arrayHeader(2);
        writer.text(elementId);
        writer.text(variables);
      }
      writer.boolean(result.isCompletionConditionFulfilled);
      writer.boolean(result.isCancelRemainingInstances);
  }
}

export function readJobResult(reader: MessagePackReader): JobResult | undefined {
  if (reader.arrayHeader() === 0) return undefined;
  return reader.integer() === USER_TASK ? readUserTaskResult(reader) : readAdHocSubProcessResult(reader);
}

function readUserTaskResult(reader: MessagePackReader): UserTaskJobResult {
  return {
    type: 'userTask',
    isDenied: reader.boolean(),
    deniedReason: reader.text(),
    correctedAttributes: reader.texts(),
    corrections: {
      assignee: reader.text(),
      dueDate: reader.text(),
      followUpDate: reader.text(),
      candidateUsersList: reader.texts(),
      candidateGroupsList: reader.texts(),
      priority: reader.integer(),
    },
  };
}

function readAdHocSubProcessResult(reader: MessagePackReader): AdHocSubProcessJobResult {
  return {
    type: 'adHocSubProcess',
    activateElements: Array.from({ length: reader.arrayHeader() }, () => {
      reader.arrayHeader();
      return { elementId: reader.text(), variables: reader.text() };
    }),
    isCompletionConditionFulfilled: reader.boolean(),
    isCancelRemainingInstances: reader.boolean(),
  };
}
