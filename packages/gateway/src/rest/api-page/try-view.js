import { element } from './element.js';
import { exampleOf, resolved } from './example-of.js';
import { curlOf, requestOf, send } from './request.js';

/** A form that sends the operation's request to this server. */
export function tryView(operation, document) {
  const inputs = new Map();
  const answer = element('div', { 'aria-live': 'polite' });
  const fields = [
    ...(operation.definition.parameters ?? []).map((parameter) => parameterField(parameter, inputs, document)),
    ...bodyFields(operation.definition.requestBody, inputs, document),
    acceptField(operation.definition.responses, inputs),
  ];
  const request = () => requestOf(operation, valuesOf(inputs));
  const submit = async (event) => {
    event.preventDefault();
    answer.replaceChildren(element('p', { class: 'quiet' }, 'Waiting for the answer …'));
    try {
      answer.replaceChildren(...answerView(await send(request())));
    } catch (error) {
      answer.replaceChildren(
        element('p', { class: 'status bad' }, 'The server cannot be reached.'),
        element('p', { class: 'note' }, `${error}. Is it still running? Send again when it is.`),
      );
    }
  };
  const form = element(
    'form',
    { submit },
    element('div', { class: 'fields' }, ...fields.flat()),
    element(
      'div',
      { class: 'actions' },
      element('button', { type: 'submit', class: 'primary' }, `Send ${operation.method}`),
      element('button', { type: 'button', click: () => copy(curlOf(request()), answer) }, 'Copy as curl'),
    ),
  );
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  return element('section', { id: 'try', 'aria-label': 'Try it' }, element('h2', {}, 'Try it'), form, answer);
}

function parameterField({ name, in: place, schema, required }, inputs, document) {
  const input = element('input', {
    id: `in-${name}`,
    required,
    placeholder: resolved(schema, document).default ?? '',
    autocomplete: 'off',
  });
  inputs.set(input, { place, name });
  return [element('label', { for: `in-${name}` }, name), input];
}

/** What the answer shall be, where the operation has several kinds. */
function acceptField(responses, inputs) {
  const types = Object.keys(responses['200']?.content ?? {});
  if (types.length < 2) return [];
  const input = element(
    'select',
    { id: 'in-accept' },
    ...types.map((type) => element('option', { value: type }, type)),
  );
  inputs.set(input, { place: 'accept' });
  return [element('label', { for: 'in-accept' }, 'Answer as'), input];
}

function bodyFields(requestBody, inputs, document) {
  const json = requestBody?.content['application/json'];
  if (json !== undefined) {
    const input = element('textarea', { id: 'in-body', spellcheck: 'false' });
    input.value = JSON.stringify(exampleOf(json.schema, document), null, 2);
    inputs.set(input, { place: 'body' });
    return [[element('label', { for: 'in-body' }, 'Body'), input]];
  }
  const form = requestBody?.content['multipart/form-data'];
  if (form === undefined) return [];
  return Object.entries(resolved(form.schema, document).properties ?? {}).map(([name, schema]) => {
    const { type, items, format } = resolved(schema, document);
    const isFile = format === 'binary' || items?.format === 'binary';
    const input = element('input', { id: `in-${name}`, type: isFile && 'file', multiple: type === 'array' });
    inputs.set(input, { place: isFile ? 'file' : 'form', name, isJson: type === 'object' || type === 'array' });
    return [element('label', { for: `in-${name}` }, name), input];
  });
}

function valuesOf(inputs) {
  const values = { parameters: {}, query: {}, body: undefined, form: undefined, accept: undefined };
  for (const [input, { place, name, isJson }] of inputs) {
    if (place === 'path') values.parameters[name] = input.value;
    else if (place === 'query') values.query[name] = input.value;
    else if (place === 'body') values.body = input.value;
    else if (place === 'accept') values.accept = input.value || undefined;
    else {
      values.form ??= new FormData();
      if (place === 'file') for (const file of input.files ?? []) values.form.append(name, file);
      else if (input.value !== '' && isJson) {
        values.form.append(name, new Blob([input.value], { type: 'application/json' }));
      } else if (input.value !== '') values.form.append(name, input.value);
    }
  }
  return values;
}

function answerView({ status, isGood, durationMs, contentType, freshness, text, blob }) {
  return [
    element(
      'p',
      {},
      element('span', { class: `status ${isGood ? 'good' : 'bad'}` }, `HTTP ${status}`),
      ` · ${durationMs} ms${contentType === '' ? '' : ` · ${contentType}`}`,
      freshness === undefined ? undefined : ` · ${freshness}: what was written last may be missing`,
    ),
    blob === undefined
      ? text === ''
        ? element('p', { class: 'quiet' }, 'The answer has no body.')
        : element('pre', { tabindex: '0' }, text)
      : element('a', { href: URL.createObjectURL(blob), download: 'answer' }, `Save ${blob.size} bytes`),
  ];
}

async function copy(text, answer) {
  try {
    await navigator.clipboard.writeText(text);
    answer.replaceChildren(element('p', { class: 'quiet' }, 'Copied.'));
  } catch {
    // Browsers refuse the clipboard on pages that are not secure: there it can be taken by hand.
    answer.replaceChildren(element('pre', { tabindex: '0' }, text));
  }
}
