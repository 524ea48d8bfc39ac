import type { UserTaskResult } from '../../api/gen/api.ts';
import { BpmnDiagram } from '../../diagram/bpmn-diagram.tsx';
import { useProcessXml } from '../../diagram/use-process-xml.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';

/** Where in its process the task is. */
export function TaskProcess({ task }: { readonly task: UserTaskResult }) {
  const { detail } = useTexts().tasklist;
  const { xml, problem, retry } = useProcessXml(task.processDefinitionKey);
  return (
    <>
      <p className="task-process-head">
        <strong>{task.processName ?? task.processDefinitionId}</strong>
        <span>{detail.version(task.processDefinitionVersion)}</span>
        <a href={`/operate/processes/${task.processInstanceKey}`}>{detail.openInOperate}</a>
      </p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={retry} />}
      {xml === undefined && problem === null && <PageSkeleton />}
      {xml !== undefined && <BpmnDiagram xml={xml} selectedElementId={task.elementId} />}
    </>
  );
}
