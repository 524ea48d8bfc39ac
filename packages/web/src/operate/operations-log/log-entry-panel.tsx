import { Link } from '@tanstack/react-router';
import type { AuditLogResult } from '../../api/gen/api.ts';
import { KeyText } from '../../parts/key-text.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Properties, type Property } from '../../parts/properties.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import type { Texts } from '../../texts/language.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { actorText } from '../batch-operations/actor-text.ts';
import { entityAddress, processInstanceAddress } from './entity-address.ts';
import { ResultMark } from './result-mark.tsx';
import { useLogEntry } from './use-operations-log.ts';

export interface LogEntryPanelProps {
  readonly auditLogKey: string;
  /** When the list has it already. */
  readonly known: AuditLogResult | undefined;
  onClose(): void;
}

/** Everything that was logged of one operation. */
export function LogEntryPanel({ auditLogKey, known, onClose }: LogEntryPanelProps) {
  const texts = useTexts();
  const { operationsLog } = texts;
  const asked = useLogEntry(auditLogKey, known === undefined);
  const entry = known ?? asked.data;
  const title =
    entry === undefined
      ? operationsLog.entry
      : operationsLog.entryTitle(
          operationsLog.operations[entry.operationType],
          operationsLog.entities[entry.entityType],
        );
  return (
    <SidePanel title={title} onClose={onClose}>
      {entry !== undefined ? (
        <Properties properties={propertiesOf(entry, texts)} />
      ) : asked.error === null ? (
        <PageSkeleton />
      ) : (
        <ProblemNotice problem={asked.error} onRetry={() => void asked.refetch()} />
      )}
    </SidePanel>
  );
}

function propertiesOf(entry: AuditLogResult, texts: Texts): readonly Property[] {
  const { properties, entities, categories } = texts.operationsLog;
  const key = (value: string | null, to?: string) =>
    value !== null && <KeyText value={value} {...(to === undefined ? {} : { to })} />;
  const { batchOperationKey, batchOperationType, processInstanceKey, processDefinitionId } = entry;
  const { decisionEvaluationKey, decisionDefinitionId, relatedEntityKey, relatedEntityType, userTaskKey } = entry;
  return [
    { name: properties.result, value: <ResultMark result={entry.result} isInWords /> },
    { name: properties.time, value: <TimeText date={entry.timestamp} isExact /> },
    { name: properties.actor, value: actorText(entry, texts) },
    { name: properties.agent, value: entry.agentElementId },
    { name: properties.channel, value: entry.inboundChannelType },
    { name: properties.tool, value: entry.inboundChannelToolName },
    { name: properties.entity, value: entities[entry.entityType] },
    { name: properties.entityKey, value: key(entry.entityKey, entityAddress(entry)) },
    { name: properties.details, value: entry.entityDescription },
    { name: properties.category, value: categories[entry.category] },
    {
      name: properties.batchOperation,
      value: batchOperationKey !== null && (
        <Link to="/operate/batch-operations/$batchOperationKey" params={{ batchOperationKey }}>
          {batchOperationType === null ? batchOperationKey : texts.batchOperations.types[batchOperationType]}
        </Link>
      ),
    },
    {
      name: properties.process,
      value: processDefinitionId !== null && (
        <Link to="/operate/processes" search={{ process: processDefinitionId }}>
          {processDefinitionId}
        </Link>
      ),
    },
    { name: properties.processDefinitionKey, value: key(entry.processDefinitionKey) },
    {
      name: properties.processInstanceKey,
      value: processInstanceKey !== null && key(processInstanceKey, processInstanceAddress(processInstanceKey)),
    },
    { name: properties.elementInstanceKey, value: key(entry.elementInstanceKey) },
    { name: properties.jobKey, value: key(entry.jobKey) },
    { name: properties.userTaskKey, value: userTaskKey !== null && key(userTaskKey, `/tasklist/${userTaskKey}`) },
    { name: properties.decision, value: decisionDefinitionId },
    {
      name: properties.decisionEvaluationKey,
      value:
        decisionEvaluationKey !== null &&
        key(decisionEvaluationKey, `/operate/decisions?keys=${encodeURIComponent(decisionEvaluationKey)}`),
    },
    { name: properties.decisionRequirements, value: entry.decisionRequirementsId },
    { name: properties.deploymentKey, value: key(entry.deploymentKey) },
    { name: properties.formKey, value: key(entry.formKey) },
    { name: properties.resourceKey, value: key(entry.resourceKey) },
    { name: properties.related, value: relatedEntityType !== null && entities[relatedEntityType] },
    { name: properties.relatedKey, value: key(relatedEntityKey) },
    { name: properties.tenant, value: entry.tenantId },
    { name: properties.key, value: key(entry.auditLogKey) },
  ].map(({ name, value }) => ({ name, value: value === false ? null : value }));
}
