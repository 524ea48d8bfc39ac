import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProcessInstanceResult } from '../../../api/gen/api.ts';
import { KeyText } from '../../../parts/key-text.tsx';
import { instanceState, StateTag } from '../../../parts/state-tag.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import { BusinessId } from './business-id.tsx';
import { CallBreadcrumb } from './call-breadcrumb.tsx';
import { InstanceActions } from './instance-actions.tsx';

export interface InstanceHeaderProps {
  readonly instance: ProcessInstanceResult;
  onModify(): void;
  onReplay(): void;
}

/** What instance this is, how it is, and what can be done with it. */
export function InstanceHeader({ instance, onModify, onReplay }: InstanceHeaderProps) {
  const { header: texts } = useTexts().instance;
  const formats = useFormats();
  const { processDefinitionId: process, processDefinitionVersion: version } = instance;
  const name = instance.processDefinitionName ?? process;
  const durationMs = new Date(instance.endDate ?? Date.now()).getTime() - new Date(instance.startDate).getTime();
  return (
    <header className="instance-header">
      {instance.parentProcessInstanceKey !== null && <CallBreadcrumb instance={instance} />}
      <div className="instance-title">
        <StateTag state={instanceState(instance)} />
        <h1>{name}</h1>
        <KeyText value={instance.processInstanceKey} />
        <InstanceActions instance={instance} onModify={onModify} onReplay={onReplay} />
      </div>
      <dl className="instance-facts">
        <Fact name={texts.version}>
          <Link to="/operate/processes" search={{ process, version }}>
            {instance.processDefinitionVersionTag === null
              ? String(version)
              : texts.versionWithTag(version, instance.processDefinitionVersionTag)}
          </Link>
        </Fact>
        <Fact name={texts.businessId}>
          <BusinessId instance={instance} />
        </Fact>
        <Fact name={texts.start}>
          <TimeText date={instance.startDate} />
        </Fact>
        {instance.endDate !== null && (
          <Fact name={texts.end}>
            <TimeText date={instance.endDate} />
          </Fact>
        )}
        {instance.suspendedDate !== null && (
          <Fact name={texts.suspended}>
            <TimeText date={instance.suspendedDate} />
          </Fact>
        )}
        <Fact name={texts.duration}>{formats.duration(Math.max(0, durationMs))}</Fact>
        {instance.parentProcessInstanceKey !== null && (
          <Fact name={texts.parent}>
            <Link
              to="/operate/processes/$processInstanceKey"
              params={{ processInstanceKey: instance.parentProcessInstanceKey }}
            >
              <code>{instance.parentProcessInstanceKey}</code>
            </Link>
          </Fact>
        )}
        {instance.tenantId !== '<default>' && <Fact name={texts.tenant}>{instance.tenantId}</Fact>}
        {instance.tags.length > 0 && (
          <Fact name={texts.tags}>
            <span className="instance-tags">
              {instance.tags.map((tag) => (
                <Link key={tag} to="/operate/processes" search={{ process, tags: tag, states: 'all' }}>
                  {tag}
                </Link>
              ))}
            </span>
          </Fact>
        )}
      </dl>
    </header>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
