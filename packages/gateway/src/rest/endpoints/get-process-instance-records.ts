import { freshnessHeaders } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { badRequest, notFound } from '../errors.ts';
import { quotedText } from '../quoted-text.ts';
import { processInstanceKey } from '../schemas/keys.ts';
import { read } from '../search-endpoint.ts';

const CONTENT_TYPE = 'application/x-ndjson';
const RECORDS_DEFAULT = 1_000;
/** More is asked for in pages: a page is made in one go, and others wait for it. */
const RECORDS_MAX = 10_000;

/** JSON leaves out what only appliers need, and spells some things anew: nobody could fold it. */
const FORMS = ['json', 'encoded'] as const;

/** Ours alone: what was recorded of an instance, for replay and support. */
export const getProcessInstanceRecords = defineEndpoint({
  method: 'GET',
  prefix: '/waggle/v1',
  path: '/process-instances/{processInstanceKey}/records',
  operationId: 'getProcessInstanceRecords',
  tag: 'Record history',
  summary: 'Gives the records of a process instance in order, also after it ended, as long as they are kept',
  since: '8.9',
  parameters: { processInstanceKey },
  query: {
    after: { type: 'integer', minimum: 0, default: 0 },
    limit: { type: 'integer', minimum: 1, maximum: RECORDS_MAX, default: RECORDS_DEFAULT },
    form: { type: 'string', enum: [...FORMS], default: 'json' },
  },
  body: noBody,
  success: {
    status: 200,
    description:
      'A record a line: as exporters write it, or with `form=encoded` a JSON string with the record as the log holds it, in base64. The header waggle-next-position, when it is there, asks for more by `after`.',
    schema: { type: 'string' },
    contentType: CONTENT_TYPE,
  },
  errors: [400, 403, 404, 500, 503],

  async handle(call) {
    const key = String(call.key('processInstanceKey'));
    const { body, isFresh } = await read(call, {
      kind: 'query',
      query: 'processInstanceRecords',
      parameters: {
        processInstanceKey: key,
        after: call.wholeNumber('after', { min: 0, max: Number.MAX_SAFE_INTEGER, default: 0 }),
        limit: call.wholeNumber('limit', { min: 1, max: RECORDS_MAX, default: RECORDS_DEFAULT }),
        form: formOf(call.text('form')),
      },
    });
    if (body === undefined) {
      throw notFound(
        `Expected records of the process instance with key '${key}', but none are kept: there is none, it ended longer ago than records are kept, or this server keeps none`,
      );
    }
    const end = body.indexOf('\n');
    const next = body.slice(0, end);
    return {
      status: 200,
      content: { type: CONTENT_TYPE, body: body.slice(end + 1) },
      headers: { ...freshnessHeaders({ isFresh }), ...(next === '' ? {} : { 'waggle-next-position': next }) },
    };
  },
});

/** @throws {RestProblem} there is no such form. */
function formOf(text: string): (typeof FORMS)[number] {
  const form = FORMS.find((each) => each === (text || 'json'));
  if (form !== undefined) return form;
  throw badRequest(`Expected the query parameter 'form' to be json or encoded, but got '${quotedText(text)}'`);
}
