import { getProcessDefinitionXML, type UserTaskResult } from '../../api/gen/api.ts';
import { useApi } from '../../api/use-api.ts';
import { BpmnDiagram } from '../../diagram/bpmn-diagram.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';

/** Where in its process the task is. */
export function TaskProcess({ task }: { readonly task: UserTaskResult }) {
  const { detail } = useTexts().tasklist;
  const { processDefinitionKey } = task;
  const {
    data: xml,
    error,
    refetch,
  } = useApi(getProcessDefinitionXML, { path: { processDefinitionKey } }, { staleTimeMs: Number.POSITIVE_INFINITY });
  return (
    <>
      <p className="task-process-head">
        <strong>{task.processName ?? task.processDefinitionId}</strong>
        <span>{detail.version(task.processDefinitionVersion)}</span>
        <a href={`/operate/processes/${task.processInstanceKey}`}>{detail.openInOperate}</a>
      </p>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {xml === undefined && error === null && <PageSkeleton />}
      {xml !== undefined && <BpmnDiagram xml={xml} selectedElementId={task.elementId} />}
    </>
  );
}
