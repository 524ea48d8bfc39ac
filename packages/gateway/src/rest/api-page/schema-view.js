import { element } from './element.js';
import { nameOf, resolved } from './example-of.js';

/** What a schema allows. Members open when asked for, so schemas may hold themselves. */
export function schemaView(schema, document) {
  const whole = resolved(schema, document);
  const parts = [];
  if (whole.description !== undefined) parts.push(element('p', { class: 'note' }, whole.description));
  const shape = objectOf(schema, document);
  if (shape?.properties !== undefined) parts.push(membersView(shape, document));
  for (const choice of whole.oneOf ?? []) {
    parts.push(element('div', { class: 'box' }, typeLine(choice, document), schemaView(choice, document)));
  }
  if (parts.length === 0) parts.push(typeLine(schema, document));
  return element('div', {}, ...parts);
}

/** The object itself, or the one a list holds. */
function objectOf(schema, document) {
  const whole = resolved(schema, document);
  if (whole.properties !== undefined) return whole;
  return whole.type === 'array' && whole.items !== undefined ? objectOf(whole.items, document) : undefined;
}

function membersView({ properties, required = [] }, document) {
  return element(
    'ul',
    { class: 'members' },
    ...Object.entries(properties).map(([name, schema]) => memberView(name, schema, required.includes(name), document)),
  );
}

function memberView(name, schema, isRequired, document) {
  const line = [
    element('code', {}, name),
    ' ',
    typeLine(schema, document),
    isRequired ? element('span', { class: 'required' }, ' required') : undefined,
  ];
  const whole = resolved(schema, document);
  if (objectOf(schema, document) === undefined && whole.oneOf === undefined) {
    return element('li', {}, ...line, noteOf(whole));
  }
  const inner = element('div');
  const opens = () => {
    if (inner.childNodes.length === 0) inner.append(schemaView(schema, document));
  };
  return element('li', {}, element('details', { toggle: opens }, element('summary', {}, ...line), inner));
}

function noteOf({ description, enum: values }) {
  const texts = [description, values === undefined ? undefined : `One of ${values.join(', ')}.`];
  const note = texts.filter((text) => text !== undefined).join(' ');
  return note === '' ? undefined : element('p', { class: 'note' }, note);
}

/** `string · date-time · may be null`, with a link to the schema when it has a name. */
export function typeLine(schema, document) {
  const whole = resolved(schema, document);
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  const rules = [
    whole.format,
    whole.pattern === undefined ? undefined : `pattern ${whole.pattern}`,
    range('length', whole.minLength, whole.maxLength),
    range('', whole.minimum, whole.maximum),
    range('items', whole.minItems, whole.maxItems),
    whole.default === undefined ? undefined : `default ${JSON.stringify(whole.default)}`,
    schema.nullable === true ? 'may be null' : undefined,
  ].filter((rule) => rule !== undefined);
  return element(
    'span',
    { class: 'type' },
    reference === undefined
      ? typeText(whole, document)
      : element('a', { href: `#schema/${nameOf(reference)}` }, nameOf(reference)),
    ...(rules.length === 0 ? [] : [` · ${rules.join(' · ')}`]),
  );
}

function typeText({ type, items, oneOf }, document) {
  if (type === 'array') {
    const reference = items?.$ref;
    return `list of ${reference === undefined ? typeText(resolved(items ?? {}, document), document) : nameOf(reference)}`;
  }
  if (type !== undefined) return type;
  return oneOf === undefined ? 'any JSON' : 'one of several';
}

function range(what, from, to) {
  if (from === undefined && to === undefined) return undefined;
  return `${what} ${from ?? ''}…${to ?? ''}`.trim();
}
