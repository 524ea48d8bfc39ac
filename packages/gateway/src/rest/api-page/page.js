/** The page about the API: made in the browser from `openapi.json`, which is made from the schemas of the server. */
import { element } from './element.js';
import { operationView } from './operation-view.js';
import { schemaView } from './schema-view.js';
import { keepTheme } from './theme.js';

const at = (id) => document.getElementById(id);
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

keepTheme(at('theme'));
at('help').addEventListener('click', () => at('keys').showModal());
at('skip').addEventListener('click', () => at('operation').focus());
start().catch((error) => {
  at('operation').replaceChildren(
    element('p', { class: 'status bad' }, 'The description of the API could not be read.'),
    element('p', { class: 'note' }, String(error)),
    element('button', { type: 'button', click: () => location.reload() }, 'Try again'),
  );
});

async function start() {
  const response = await fetch('openapi.json');
  if (!response.ok) throw new Error(`Expected openapi.json, but got HTTP ${response.status}`);
  const api = await response.json();
  const operations = operationsOf(api);
  at('version').textContent = api.info.version;
  const links = listOperations(operations);
  const show = () => showSelected(operations, links, api);
  addEventListener('hashchange', show);
  at('search').addEventListener('input', () => filterLinks(links, at('search').value));
  document.addEventListener('keydown', (event) => onKey(event, links));
  show();
}

function operationsOf(api) {
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method] !== undefined).map((method) => ({
      method: method.toUpperCase(),
      path,
      isElsewhere: methods.servers !== undefined,
      definition: methods[method],
    })),
  );
}

function listOperations(operations) {
  const links = [];
  const groups = Map.groupBy(operations, ({ definition }) => definition.tags[0]);
  for (const tag of [...groups.keys()].sort()) {
    const members = groups.get(tag);
    const group = element(
      'details',
      { open: true },
      element('summary', {}, `${tag} `, element('span', { class: 'count' }, String(members.length))),
    );
    for (const { method, path, definition } of members) {
      const link = element(
        'a',
        { class: 'operation', href: `#${definition.operationId}`, title: `${method} ${path}` },
        element('span', { class: `method ${method.toLowerCase()}` }, method),
        element('span', { class: 'name' }, definition.operationId),
      );
      const words = `${method} ${path} ${definition.operationId} ${definition.summary} ${tag}`.toLowerCase();
      links.push({ link, group, words, operationId: definition.operationId });
      group.append(link);
    }
    at('list').append(group);
  }
  return links;
}

function filterLinks(links, text) {
  const wanted = text.toLowerCase().split(/\s+/);
  for (const { link, words } of links) link.hidden = !wanted.every((word) => words.includes(word));
  for (const group of new Set(links.map((entry) => entry.group))) {
    group.hidden = links.every((entry) => entry.group !== group || entry.link.hidden);
  }
}

/** What the address names: an operation, a schema, or nothing. */
function showSelected(operations, links, api) {
  const selected = decodeURIComponent(location.hash.slice(1));
  for (const { link, operationId } of links) {
    if (operationId === selected) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const operation = operations.find(({ definition }) => definition.operationId === selected);
  const schema = selected.startsWith('schema/') ? api.components.schemas[selected.slice(7)] : undefined;
  const panes = at('panes');
  if (operation === undefined && schema === undefined) {
    panes.removeAttribute('data-shows');
    at('operation').replaceChildren(
      element('h1', {}, api.info.title),
      element(
        'p',
        { class: 'empty' },
        selected === ''
          ? `${operations.length} operations. Choose one to see what it takes and answers, and to try it on this server.`
          : `Nothing here is called ${selected}. Choose an operation from the list.`,
      ),
    );
    document.title = api.info.title;
    return;
  }
  panes.setAttribute('data-shows', 'operation');
  at('operation').replaceChildren(
    ...(operation === undefined
      ? [
          element('a', { class: 'back', href: '#' }, '← All operations'),
          element('h1', {}, selected.slice(7)),
          schemaView(schema, api),
        ]
      : operationView(operation, api)),
  );
  document.title = `${operation?.definition.summary ?? selected.slice(7)} · ${api.info.title}`;
  at('operation').focus({ preventScroll: true });
  at('operation').scrollTop = 0;
}

function onKey(event, links) {
  if (event.key === 'Escape') leave(event, links);
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  switch (event.key) {
    case '/':
      event.preventDefault();
      at('search').focus();
      break;
    case '?':
      at('keys').showModal();
      break;
    case 't':
      focusTry(event);
      break;
    case 'j':
      move(links, 1);
      break;
    case 'k':
      move(links, -1);
      break;
  }
}

function focusTry(event) {
  const first = document.querySelector('#try input, #try textarea, #try button');
  if (first === null) return;
  event.preventDefault();
  first.focus();
}

function leave({ target }, links) {
  if (at('keys').open) return;
  if (target === at('search')) {
    target.value = '';
    filterLinks(links, '');
  } else if (isTyping(target)) target.blur();
  else location.hash = '';
  move(links, 0);
}

/** Moves the focus among the links one can see; 0 = to the chosen one. */
function move(links, step) {
  const visible = links.filter(({ link }) => !link.hidden);
  const focused = visible.findIndex(({ link }) => link === document.activeElement);
  const current = focused >= 0 ? focused : visible.findIndex(({ link }) => link.hasAttribute('aria-current'));
  const next = visible[Math.min(Math.max(current + step, 0), visible.length - 1)];
  if (next === undefined) return;
  next.group.open = true;
  next.link.focus();
}

function isTyping(target) {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
