import {
  ConditionalEvaluationIntent,
  ExpressionIntent,
  keyOf,
  NO_KEY,
  SignalIntent,
  ValueType,
} from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { eventResponse } from '../../test/scripted-port.ts';
import { sentCommand } from '../../test/sent-command.ts';

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest({ partitionCount: 3 });
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.sent.length = 0;
  rest.port.script = () => undefined;
});

const KEY = keyOf(2, 7n);
const PRECISE = '{"id":9007199254740993123,"price":10.00}';

describe('POST /v2/signals/broadcast', () => {
  it('should broadcast a signal', async () => {
    const answer = await rest.request('POST', '/v2/signals/broadcast', `{"signalName":"alarm","variables":${PRECISE}}`);

    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ tenantId: '<default>', signalKey: expect.stringMatching(/^[0-9]+$/) });
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.SIGNAL,
      intent: SignalIntent.BROADCAST,
      key: NO_KEY,
      value: { signalName: 'alarm', variables: PRECISE, tenantId: '<default>' },
    });
  });

  it.each([
    [{}, 'No signalName provided.'],
    [{ signalName: 'a', name: 'b' }, 'Request property [name] cannot be parsed'],
    [
      { signalName: 'a', tenantId: 'acme' },
      "Expected to handle request Broadcast Signal with tenant identifier 'acme', but multi-tenancy is disabled.",
    ],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('POST', '/v2/signals/broadcast', body);

    expect(answer.json).toMatchObject({ status: 400, detail });
  });
});

describe('POST /v2/conditionals/evaluation', () => {
  it.each([
    ['', NO_KEY],
    [`,"processDefinitionKey":"${KEY}"`, KEY],
  ])('should tell what started, asked with %s', async (member, processDefinitionKey) => {
    const started = { processDefinitionKey: KEY, processInstanceKey: keyOf(3, 9n) };
    rest.port.script = ({ command }) =>
      eventResponse(command, keyOf(1, 4n), { ...command.value, startedProcessInstances: [started] } as never);

    const answer = await rest.request('POST', '/v2/conditionals/evaluation', `{"variables":${PRECISE}${member}}`);

    expect(answer.json).toEqual({
      conditionalEvaluationKey: String(keyOf(1, 4n)),
      tenantId: '<default>',
      processInstances: [{ processDefinitionKey: String(KEY), processInstanceKey: String(keyOf(3, 9n)) }],
    });
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.CONDITIONAL_EVALUATION,
      intent: ConditionalEvaluationIntent.EVALUATE,
      key: NO_KEY,
      value: { processDefinitionKey, variables: PRECISE, startedProcessInstances: [], tenantId: '<default>' },
    });
  });

  it('should want variables', async () => {
    const answer = await rest.request('POST', '/v2/conditionals/evaluation', {});

    expect(answer.json).toMatchObject({ status: 400, detail: 'No variables provided.' });
  });
});

describe('POST /v2/expression/evaluation', () => {
  it('should answer with the result as the engine wrote it', async () => {
    rest.port.script = ({ command }) =>
      eventResponse(command, KEY, { ...command.value, resultValue: PRECISE, warnings: ['no "x"'] } as never);

    const answer = await rest.request(
      'POST',
      '/v2/expression/evaluation',
      `{"expression":"=a","variables":${PRECISE}}`,
    );

    expect(answer.text).toBe(
      `{"expression":"=a","result":${PRECISE},"warnings":[{"message":"no \\"x\\""}],"referencedSecrets":[]}`,
    );
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.EXPRESSION,
      intent: ExpressionIntent.EVALUATE,
      key: NO_KEY,
      value: {
        expression: '=a',
        scopeKey: NO_KEY,
        variables: PRECISE,
        resultValue: 'null',
        warnings: [],
        tenantId: '<default>',
      },
    });
  });

  it('should ask the partition of the scope', async () => {
    await rest.request('POST', '/v2/expression/evaluation', { expression: '=a', scopeKey: String(KEY) });

    expect(rest.port.sent).toMatchObject([{ partitionId: 2, command: { key: NO_KEY, value: { scopeKey: KEY } } }]);
  });

  it('should tell that there is no such scope when no partition can have it', async () => {
    const answer = await rest.request('POST', '/v2/expression/evaluation', { expression: '=a', scopeKey: '12' });

    expect(answer.json).toMatchObject({ status: 404, title: 'NOT_FOUND' });
  });

  it('should want an expression', async () => {
    const answer = await rest.request('POST', '/v2/expression/evaluation', { expression: ' ' });

    expect(answer.json).toMatchObject({ status: 400, detail: 'No expression provided.' });
  });
});
