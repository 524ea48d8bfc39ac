import {
  Branch,
  Edit,
  PauseOutline,
  PlayOutline,
  Renew,
  Replicate,
  StopOutline,
  Time,
  TrashCan,
} from '@carbon/icons-react';
import { Button, OverflowMenu, OverflowMenuItem } from '@carbon/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type ProcessInstanceResult,
  resolveProcessInstanceIncidents,
  resumeProcessInstance,
  suspendProcessInstance,
} from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { notify, notifyProblem } from '../../../app/notifications.ts';
import { useIsNarrow } from '../../../parts/use-media.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';

export interface InstanceActionsProps {
  readonly instance: ProcessInstanceResult;
  onModify(): void;
  onReplay(): void;
}

interface Action {
  readonly id: string;
  readonly text: string;
  readonly icon: typeof Renew;
  readonly isPending?: boolean;
  readonly isDangerous?: boolean;
  run(): void;
}

/** What can be done with the instance as it is now: buttons, on a phone a menu. */
export function InstanceActions({ instance, onModify, onReplay }: InstanceActionsProps) {
  const { actions: texts } = useTexts().instance;
  const isNarrow = useIsNarrow();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'cancel' | 'delete'>();
  const key = instance.processInstanceKey;
  const input = { path: { processInstanceKey: key } };
  const retry = useAction(resolveProcessInstanceIncidents, {
    onDone: ({ batchOperationKey }) =>
      notify({
        kind: 'success',
        title: texts.retried,
        link: { href: `/operate/batch-operations/${batchOperationKey}`, text: texts.toBatch },
      }),
    onProblem: (problem) => notifyProblem(texts.notRetried, problem),
  });
  const suspend = useAction(suspendProcessInstance, {
    onDone: () => notify({ kind: 'success', title: texts.suspended }),
    onProblem: (problem) => notifyProblem(texts.notSuspended, problem),
  });
  const resume = useAction(resumeProcessInstance, {
    onDone: () => notify({ kind: 'success', title: texts.resumed }),
    onProblem: (problem) => notifyProblem(texts.notResumed, problem),
  });

  const isActive = instance.state === 'ACTIVE';
  const isRunning = isActive || instance.state === 'SUSPENDED';
  const isCalled = instance.parentProcessInstanceKey !== null;
  const root = instance.rootProcessInstanceKey;
  const actions: (Action | false)[] = [
    isActive &&
      instance.hasIncident && {
        id: 'retry',
        text: texts.retry,
        icon: Renew,
        isPending: retry.isPending,
        run: () => retry.mutate(input),
      },
    isActive && {
      id: 'suspend',
      text: texts.suspend,
      icon: PauseOutline,
      isPending: suspend.isPending,
      run: () => suspend.mutate(input),
    },
    instance.state === 'SUSPENDED' && {
      id: 'resume',
      text: texts.resume,
      icon: PlayOutline,
      isPending: resume.isPending,
      run: () => resume.mutate(input),
    },
    isActive && { id: 'modify', text: texts.modify, icon: Edit, run: onModify },
    isActive && {
      id: 'migrate',
      text: texts.migrate,
      icon: Replicate,
      run: () => void navigate({ to: '/operate/processes/migrate', search: { keys: key } }),
    },
    { id: 'replay', text: texts.replay, icon: Time, run: onReplay },
    isRunning &&
      !isCalled && {
        id: 'cancel',
        text: texts.cancel,
        icon: StopOutline,
        isDangerous: true,
        run: () => setDialog('cancel'),
      },
    isRunning &&
      isCalled &&
      root !== null && {
        id: 'root',
        text: texts.cancelAtRoot,
        icon: Branch,
        run: () =>
          void navigate({ to: '/operate/processes/$processInstanceKey', params: { processInstanceKey: root } }),
      },
    !isRunning && {
      id: 'delete',
      text: texts.delete,
      icon: TrashCan,
      isDangerous: true,
      run: () => setDialog('delete'),
    },
  ];
  const offered = actions.filter((action) => action !== false);
  return (
    <div className="instance-actions">
      {isNarrow ? (
        <OverflowMenu
          flipped
          size="md"
          iconDescription={texts.menu}
          aria-label={texts.menu}
          menuOptionsClass="wide-menu"
        >
          {offered.map((action) => (
            <OverflowMenuItem
              key={action.id}
              itemText={action.text}
              isDelete={action.isDangerous === true}
              disabled={action.isPending === true}
              onClick={action.run}
            />
          ))}
        </OverflowMenu>
      ) : (
        offered.map((action) => (
          <Button
            key={action.id}
            kind={action.isDangerous === true ? 'danger--ghost' : 'ghost'}
            size="sm"
            renderIcon={action.icon}
            disabled={action.isPending === true}
            onClick={action.run}
          >
            {action.text}
          </Button>
        ))
      )}
      {dialog === 'cancel' && <CancelDialog instance={instance} onClose={() => setDialog(undefined)} />}
      {dialog === 'delete' && <DeleteDialog instance={instance} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
