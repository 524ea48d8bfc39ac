import { Button, TextArea, TextInput } from '@carbon/react';
import { useState } from 'react';
import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import { jsonForRequest } from '../../parts/json/parse-json.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { keepDraft, readDraft } from '../form/draft.ts';
import { useStart } from './use-start.ts';

/** A process without a form starts as it is, or with variables. */
export function StartVariables({ process }: { readonly process: ProcessDefinitionResult }) {
  const { processes } = useTexts().tasklist;
  const draftName = `start.${process.processDefinitionId}`;
  const [text, setText] = useState(() => String(readDraft(draftName) ?? ''));
  const [businessId, setBusinessId] = useState('');
  const [isTried, setTried] = useState(false);
  const { isBusy, problem, start } = useStart(process, () => keepDraft(draftName, undefined));
  const variables = variablesOf(text);
  const submit = () => {
    setTried(true);
    if (variables !== undefined) start(variables, businessId.trim() === '' ? undefined : businessId.trim());
  };
  return (
    <form
      className="start-variables"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{processes.noForm}</p>
      <TextInput
        id="start-business-id"
        labelText={processes.businessId}
        value={businessId}
        maxLength={256}
        onChange={({ target }) => setBusinessId(target.value)}
      />
      <TextArea
        id="start-variables"
        className="code-area"
        labelText={processes.variables}
        helperText={processes.variablesHelp}
        rows={6}
        value={text}
        invalid={isTried && variables === undefined}
        invalidText={processes.variablesWrong}
        onChange={({ target }) => {
          setText(target.value);
          keepDraft(draftName, target.value === '' ? undefined : target.value);
        }}
      />
      {problem !== null && <ProblemNotice problem={problem} />}
      <Button type="submit" size="md" disabled={isBusy}>
        {processes.start}
      </Button>
    </form>
  );
}

/** `undefined` = it is no JSON object. */
function variablesOf(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.trim() === '') return {};
  try {
    const value = jsonForRequest(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
