import { useFormats, useTexts } from '../../texts/use-texts.ts';
import type { WaitStateDetails } from './wait-state.ts';

/** Says what is waited for in one sentence. */
export function useWaitStateText(): (details: WaitStateDetails) => string {
  const { waiting } = useTexts().instance;
  const formats = useFormats();
  return (details) => {
    switch (details.waitStateType) {
      case 'JOB':
        if (details.retries === 0) return waiting.noRetries(details.jobType);
        return details.jobKind === 'BPMN_ELEMENT'
          ? waiting.job(details.jobType, details.retries ?? 0)
          : waiting.listener(details.jobType, details.retries ?? 0);
      case 'MESSAGE':
        return details.correlationKey === null
          ? waiting.messageWithoutKey(details.messageName)
          : waiting.message(details.messageName, details.correlationKey);
      case 'USER_TASK':
        return details.dueDate === null ? waiting.userTask : waiting.userTaskDue(formats.dateTime(details.dueDate));
      case 'TIMER':
        return details.dueDate === null
          ? waiting.timer
          : waiting.timerDue(formats.dateTime(new Date(details.dueDate).toISOString()));
      case 'SIGNAL':
        return waiting.signal(details.signalName);
      case 'CONDITION':
        return waiting.condition(details.expression);
    }
  };
}
