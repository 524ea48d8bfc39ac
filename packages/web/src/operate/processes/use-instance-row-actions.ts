import {
  cancelProcessInstance,
  deleteProcessInstance,
  resolveProcessInstanceIncidents,
  resumeProcessInstance,
  suspendProcessInstance,
} from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { InstanceActionName } from './instance-actions.ts';

type One = Exclude<InstanceActionName, 'retry'>;

/** What can be done to one instance of the list. */
export function useInstanceRowActions(): Readonly<Record<InstanceActionName, (processInstanceKey: string) => void>> {
  const { processes } = useTexts();
  const told = (name: One) => ({
    onDone: (_output: undefined, { path }: { path: { processInstanceKey: string } }) =>
      notify({
        kind: 'success',
        title: processes.doneOne[name],
        text: path.processInstanceKey,
        ...(name === 'delete'
          ? {}
          : { link: { href: `/operate/processes/${path.processInstanceKey}`, text: processes.toInstance } }),
      }),
    onProblem: (problem: Parameters<typeof notifyProblem>[1]) => notifyProblem(processes.failed[name], problem),
  });
  const suspend = useAction(suspendProcessInstance, told('suspend'));
  const resume = useAction(resumeProcessInstance, told('resume'));
  const cancel = useAction(cancelProcessInstance, told('cancel'));
  const remove = useAction(deleteProcessInstance, told('delete'));
  const retry = useAction(resolveProcessInstanceIncidents, {
    onDone: ({ batchOperationKey }, { path }) =>
      notify({
        kind: 'success',
        title: processes.done.retry,
        text: path.processInstanceKey,
        link: { href: `/operate/batch-operations/${batchOperationKey}`, text: processes.toBatch },
      }),
    onProblem: (problem) => notifyProblem(processes.failed.retry, problem),
  });
  const of = (processInstanceKey: string) => ({ path: { processInstanceKey } });
  return {
    retry: (key) => retry.mutate(of(key)),
    suspend: (key) => suspend.mutate(of(key)),
    resume: (key) => resume.mutate(of(key)),
    cancel: (key) => cancel.mutate(of(key)),
    delete: (key) => remove.mutate(of(key)),
  };
}
