import { connect } from 'node:net';
import {
  keyOf,
  PartitionError,
  type PartitionErrorCode,
  RejectionType,
  type RejectionTypeName,
} from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problem, type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { rejectionResponse } from '../../test/scripted-port.ts';
import {
  ALL_VIOLATIONS_BODY_LENGTH_MAX,
  DEPLOYMENT_FILES_MAX,
  QUOTED_TEXT_LENGTH_MAX,
  REQUEST_BYTES_MAX,
  VIOLATIONS_MAX,
} from './limits.ts';

const KEY = keyOf(1, 7n);
const COMPLETION = `/v2/jobs/${KEY}/completion`;

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.script = () => undefined;
});

describe('bodies that cannot be read', () => {
  it.each([
    ['{"name":', 'Failed to read request'],
    ['[1]', 'Failed to read request'],
    ['"text"', 'Failed to read request'],
    [`{"variables":${'['.repeat(600)}${']'.repeat(600)}}`, 'Failed to read request'],
    ['', 'Required request body is missing'],
    ['null', 'Required request body is missing'],
    ['{"nam":"a"}', 'Request property [nam] cannot be parsed'],
    ['{"name":"a","__proto__":{"x":1}}', 'Request property [__proto__] cannot be parsed'],
    ['{"name":5}', 'Request property [name] cannot be parsed'],
    ['{"name":"a","timeToLive":1.5}', 'Request property [timeToLive] cannot be parsed'],
    ['{"name":"a","timeToLive":1e30}', 'Request property [timeToLive] cannot be parsed'],
    ['{"name":"a","variables":[1]}', 'Request property [variables] cannot be parsed'],
    ['{"name":"a","variables":"{}"}', 'Request property [variables] cannot be parsed'],
  ])('should refuse %s', async (body, detail) => {
    const answer = await rest.request('POST', '/v2/messages/publication', body);

    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.json).toEqual(problem(400, 'Bad Request', detail, '/v2/messages/publication'));
  });

  it('should name the place of nested members', async () => {
    const unknown = await rest.request('PATCH', `/v2/jobs/${KEY}?a=b`, { changeset: { worker: 1 } });
    const wrong = await rest.request('POST', '/v2/process-instances', {
      processDefinitionId: 'a',
      startInstructions: [{ elementId: 'a' }, { elementId: {} }],
    });

    expect(unknown.json).toEqual(
      problem(400, 'Bad Request', 'Request property [changeset.worker] cannot be parsed', `/v2/jobs/${KEY}`),
    );
    expect(wrong.json!.detail).toBe('Request property [startInstructions[1].elementId] cannot be parsed');
  });

  it('should accept enum values in any case and name the known ones otherwise', async () => {
    const body = { type: 'x', timeout: 1, maxJobsToActivate: 1, requestTimeout: -1 };
    const fine = await rest.request('POST', '/v2/jobs/activation', { ...body, tenantFilter: 'provided' });
    const wrong = await rest.request('POST', '/v2/jobs/activation', { ...body, tenantFilter: 'all' });

    expect(fine.status).toBe(200);
    expect(wrong.json).toMatchObject({
      title: 'Bad Request',
      detail:
        "Unexpected value 'all' for enum field 'tenantFilter'. Use any of the following values: [PROVIDED, ASSIGNED]",
    });
  });
});

describe('bodies that break rules', () => {
  it('should tell all violations at once', async () => {
    const answer = await rest.request('POST', '/v2/jobs/activation', { type: '', timeout: 0, maxJobsToActivate: -3 });

    expect(answer.json).toEqual(
      problem(
        400,
        'INVALID_ARGUMENT',
        "No type provided. The value for timeout is '0' but must be greater than 0. " +
          "The value for maxJobsToActivate is '-3' but must be greater than 0.",
        '/v2/jobs/activation',
      ),
    );
  });

  it('should tell at most so many violations', async () => {
    const startInstructions = Array.from({ length: VIOLATIONS_MAX + 1 }, () => ({ elementId: ' ' }));
    const answer = await rest.request('POST', '/v2/process-instances', { processDefinitionId: 'a', startInstructions });

    expect(String(answer.json!.detail).match(/No startInstructions/g)).toHaveLength(VIOLATIONS_MAX);
  });

  it('should repeat a bounded part of what the client wrote', async () => {
    const name = 'x'.repeat(QUOTED_TEXT_LENGTH_MAX + 1);
    const answer = await rest.request('POST', COMPLETION, { [name]: 1 });

    expect(answer.json!.detail).toBe(`Request property [${name.slice(1)}…] cannot be parsed`);
  });

  it('should tell one violation of a large body', async () => {
    const tags = Array.from({ length: ALL_VIOLATIONS_BODY_LENGTH_MAX }, () => '');
    const answer = await rest.request('POST', '/v2/process-instances', { tags });

    expect(answer.json).toMatchObject({ status: 400, title: 'INVALID_ARGUMENT' });
    expect(String(answer.json!.detail).length).toBeLessThan(200);
  });

  it.each([['abc'], ['12345678901234567890123456'], ['9223372036854775808'], ['1'.repeat(500)], ['1.5'], ['%20']])(
    'should refuse the key %s',
    async (key) => {
      const answer = await rest.request('POST', `/v2/jobs/${key}/completion`);

      expect(answer.json).toMatchObject({ status: 400, title: 'INVALID_ARGUMENT' });
      expect(answer.json!.detail).toContain('is not a valid key');
    },
  );
});

describe('failures of commands', () => {
  it.each([
    ['INVALID_ARGUMENT', 400, 'INVALID_ARGUMENT'],
    ['NOT_FOUND', 404, 'NOT_FOUND'],
    ['ALREADY_EXISTS', 409, 'ALREADY_EXISTS'],
    ['INVALID_STATE', 409, 'INVALID_STATE'],
    ['UNAUTHORIZED', 401, 'UNAUTHORIZED'],
    ['FORBIDDEN', 403, 'FORBIDDEN'],
    ['PROCESSING_ERROR', 500, 'INTERNAL'],
    ['EXCEEDED_BATCH_RECORD_SIZE', 500, 'INTERNAL'],
  ] satisfies [RejectionTypeName, number, string][])(
    'should answer a rejection %s with %i',
    async (type, status, title) => {
      rest.port.script = ({ command }) => rejectionResponse(command, RejectionType[type], 'Expected …, but …');

      const answer = await rest.request('POST', COMPLETION);

      const detail = `Command 'COMPLETE' rejected with code '${type}': Expected …, but …`;
      expect(answer.status).toBe(status);
      expect(answer.json).toEqual(problem(status, title, detail, COMPLETION));
    },
  );

  it.each([
    ['RESOURCE_EXHAUSTED', 503, 'RESOURCE_EXHAUSTED'],
    ['PARTITION_UNAVAILABLE', 503, 'UNAVAILABLE'],
    ['TIMEOUT', 504, 'DEADLINE_EXCEEDED'],
    ['ABORTED', 502, 'ABORTED'],
    ['MESSAGE_TOO_LARGE', 413, 'Payload Too Large'],
    ['PARTITION_NOT_FOUND', 404, 'NOT_FOUND'],
    ['INTERNAL_ERROR', 500, 'INTERNAL'],
  ] satisfies [PartitionErrorCode, number, string][])('should answer %s with %i', async (code, status, title) => {
    rest.port.script = () => new PartitionError(code, 'busy');

    const answer = await rest.request('POST', COMPLETION);

    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.json).toMatchObject({ status, title });
  });

  it('should answer a key of no partition like an unknown one', async () => {
    const answer = await rest.request('POST', '/v2/jobs/5/completion');

    expect(answer.json).toMatchObject({ status: 404, title: 'NOT_FOUND' });
  });

  it('should show nothing of our own mistakes', async () => {
    rest.port.script = () => {
      throw new TypeError('secret');
    };

    const answer = await rest.request('POST', COMPLETION);

    expect(answer.json).toMatchObject({ status: 500, title: 'INTERNAL' });
    expect(answer.text).not.toContain('secret');
    expect(answer.text).toMatch(/Unexpected error occurred during the request processing: see request \S+ in the log/);
  });
});

describe('requests that are no operation', () => {
  it('should answer 404 to unknown paths', async () => {
    const answer = await rest.request('GET', '/v2/nothing?x=1');

    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.json).toMatchObject({ status: 404, title: 'Not Found', instance: '/v2/nothing' });
  });

  it('should answer 405 to a known path with another method', async () => {
    const answer = await rest.request('DELETE', `/v2/jobs/${KEY}`);

    expect(answer.json).toMatchObject({ status: 405, title: 'Method Not Allowed' });
    expect(answer.headers.get('allow')).toBe('PATCH');
  });

  it.each([['text/plain'], ['application/x-www-form-urlencoded'], ['multipart/form-data; boundary=x']])(
    'should answer 415 to a body of %s',
    async (contentType) => {
      const answer = await rest.request('POST', COMPLETION, 'a=b', { 'content-type': contentType });

      expect(answer.json).toMatchObject({
        status: 415,
        title: 'Unsupported Media Type',
        detail: `Expected the content type application/json (for uploads: multipart/form-data), but got '${contentType}'`,
      });
    },
  );

  it('should accept the alias of JSON and any charset', async () => {
    const type = 'application/vnd.camunda.api.keys.string+json; charset=utf-8';

    expect((await rest.request('POST', COMPLETION, '{}', { 'content-type': type })).status).toBe(204);
  });

  it('should answer 413 to a body above the limit, and take one at it', async () => {
    const frame = '{"variables":{"a":""}}'.length;
    const atLimit = `{"variables":{"a":"${'x'.repeat(REQUEST_BYTES_MAX - frame)}"}}`;

    expect((await rest.request('POST', COMPLETION, atLimit)).status).toBe(204);
    expect((await rest.request('POST', COMPLETION, `${atLimit} `)).json).toMatchObject({ status: 413 });
  });

  it('should answer 413 to more files than a deployment may have, and take as many', async () => {
    const form = new FormData();
    for (let i = 0; i < DEPLOYMENT_FILES_MAX; i++) form.append('r', new File(['x'], 'a.bpmn'));
    expect((await rest.request('POST', '/v2/deployments', form)).status).toBe(200);

    form.append('r', new File(['x'], 'a.bpmn'));
    expect((await rest.request('POST', '/v2/deployments', form)).json).toMatchObject({ status: 413 });
  });

  it('should refuse broken URLs', async () => {
    const answer = await rest.request('GET', '/v2/%zz');

    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.json).toMatchObject({ status: 400 });
  });

  it('should refuse what is no HTTP', async () => {
    const [host, port] = rest.server.address.split(':');
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), host, () => socket.write('GARBAGE\r\n\r\n'));
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });

    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request/);
    expect(answer).toContain('application/problem+json');
  });

  it('should send security headers with every answer and allow no other origin', async () => {
    for (const answer of [
      await rest.request('GET', '/v2/topology', undefined, { origin: 'https://elsewhere.example' }),
      await rest.request('GET', '/v2/nothing', undefined, { origin: 'https://elsewhere.example' }),
    ]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('server')).toBeNull();
    }
  });
});
