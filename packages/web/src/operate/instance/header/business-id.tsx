import { TextInput } from '@carbon/react';
import { useState } from 'react';
import { assignProcessInstanceBusinessId, type ProcessInstanceResult } from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { notify } from '../../../app/notifications.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { KeyText } from '../../../parts/key-text.tsx';
import { useTexts } from '../../../texts/use-texts.ts';

/** The business id; one that has none may get one while it runs, once. */
export function BusinessId({ instance }: { readonly instance: ProcessInstanceResult }) {
  const { instance: texts, parts } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [businessId, setBusinessId] = useState('');
  const assign = useAction(assignProcessInstanceBusinessId, {
    onDone: () => {
      setOpen(false);
      notify({ kind: 'success', title: texts.header.businessIdAssigned(businessId) });
    },
  });
  if (instance.businessId !== null) return <KeyText value={instance.businessId} />;
  if (instance.state !== 'ACTIVE') return <>{parts.none}</>;
  const submit = () => {
    if (businessId.trim() === '') return;
    assign.mutate({
      path: { processInstanceKey: instance.processInstanceKey },
      body: { businessId: businessId.trim() },
    });
  };
  return (
    <>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {texts.header.assignBusinessId}
      </button>
      {isOpen && (
        <Dialog
          size="sm"
          modalHeading={texts.header.assignBusinessIdTitle}
          primaryButtonText={texts.header.assign}
          secondaryButtonText={parts.cancel}
          primaryButtonDisabled={businessId.trim() === '' || assign.isPending}
          onRequestSubmit={submit}
          onRequestClose={() => setOpen(false)}
          selectorPrimaryFocus="#business-id"
          shouldSubmitOnEnter
        >
          <TextInput
            id="business-id"
            labelText={texts.header.businessId}
            helperText={texts.header.assignBusinessIdHelp}
            value={businessId}
            onChange={({ target }) => setBusinessId(target.value)}
            invalid={assign.error !== null}
            {...(assign.error === null ? {} : { 'aria-describedby': 'business-id-error-msg' })}
            invalidText={assign.error?.message ?? ''}
          />
        </Dialog>
      )}
    </>
  );
}
