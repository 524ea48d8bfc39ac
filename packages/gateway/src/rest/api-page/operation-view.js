import { element } from './element.js';
import { schemaView, typeLine } from './schema-view.js';
import { tryView } from './try-view.js';

/** All about one operation: route, parameters, body, answers, and a form to try it. */
export function operationView(operation, document) {
  const { method, path, isElsewhere, definition } = operation;
  return [
    element('a', { class: 'back', href: '#' }, '← All operations'),
    element('h1', {}, definition.summary),
    element(
      'p',
      { class: 'quiet' },
      element('code', {}, definition.operationId),
      ' ',
      element('span', { class: 'label' }, definition.tags[0]),
      ' ',
      element('span', { class: 'label' }, `since ${definition['x-added-in-version']}`),
    ),
    element(
      'div',
      { class: 'route' },
      element('span', { class: `method ${method.toLowerCase()}` }, method),
      element('span', { class: 'path' }, `${isElsewhere ? '' : '/v2'}${path}`),
    ),
    ...parametersView(definition.parameters ?? [], document),
    ...bodyView(definition.requestBody, document),
    element('h2', {}, 'Answers'),
    ...Object.entries(definition.responses).map(([status, response]) => responseView(status, response, document)),
    tryView(operation, document),
  ];
}

function parametersView(parameters, document) {
  if (parameters.length === 0) return [];
  return [
    element('h2', {}, 'Parameters'),
    element(
      'ul',
      { class: 'members' },
      ...parameters.map((parameter) =>
        element(
          'li',
          {},
          element('code', {}, parameter.name),
          ' ',
          typeLine(parameter.schema, document),
          element('span', { class: 'quiet' }, ` in the ${parameter.in}`),
          parameter.required ? element('span', { class: 'required' }, ' required') : undefined,
          parameter.schema.description === undefined
            ? undefined
            : element('p', { class: 'note' }, parameter.schema.description),
        ),
      ),
    ),
  ];
}

function bodyView(requestBody, document) {
  if (requestBody === undefined) return [];
  return [
    element('h2', {}, requestBody.required ? 'Body' : 'Body (may be left out)'),
    ...Object.entries(requestBody.content).map(([contentType, { schema }]) =>
      contentView(contentType, schema, document),
    ),
  ];
}

function responseView(status, { description, content = {} }, document) {
  return element(
    'div',
    { class: 'box' },
    element('span', { class: `status ${status < 400 ? 'good' : 'bad'}` }, status),
    ` ${description}`,
    ...Object.entries(content).map(([contentType, { schema }]) =>
      element('details', {}, element('summary', {}, contentType), contentView(undefined, schema, document)),
    ),
  );
}

function contentView(contentType, schema, document) {
  return element(
    'div',
    { class: 'box' },
    contentType === undefined ? undefined : element('p', { class: 'note' }, contentType),
    schemaView(schema, document),
  );
}
