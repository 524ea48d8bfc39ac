/** Characters of an answer that are shown: more would freeze the page. */
const SHOWN_LENGTH_MAX = 200_000;
/** How long is listened to what has no end. */
const LISTENED_MS = 3_000;

/** The page lies at `…/v2/docs`, so it works behind a proxy that adds a prefix, too. */
const serverRoot = () => location.href.split(/[?#]/, 1)[0].replace(/\/v2\/docs\/?$/, '');

/** @returns {{ url: string, init: RequestInit }} */
export function requestOf(
  { method, path, isElsewhere },
  { parameters, query, body, form, accept = 'application/json, */*' },
) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parameters[name] ?? ''));
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  const url = `${serverRoot()}${isElsewhere ? '' : '/v2'}${filled}${search.size === 0 ? '' : `?${search}`}`;
  const init = { method, headers: { accept } };
  if (form !== undefined) return { url, init: { ...init, body: form } };
  if (body === undefined || body.trim() === '') return { url, init };
  return { url, init: { ...init, headers: { ...init.headers, 'content-type': 'application/json' }, body } };
}

/** The same request for a shell. */
export function curlOf({ url, init }) {
  const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
  const headers = Object.entries(init.headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const body = typeof init.body === 'string' ? [`--data-binary ${quoted(init.body)}`] : [];
  return ['curl', `-X ${init.method}`, quoted(url), ...headers, ...body].join(' ');
}

/** Sends it and tells what came: status, time, headers worth seeing, and the body as text or as a file. */
export async function send({ url, init }) {
  const startMs = performance.now();
  const response = await fetch(url, init);
  const contentType = response.headers.get('content-type') ?? '';
  const blob = contentType === 'text/event-stream' ? await beginningOf(response) : await response.blob();
  const durationMs = Math.round(performance.now() - startMs);
  const isText = contentType === '' || /json|text|xml|csv/.test(contentType);
  return {
    status: response.status,
    isGood: response.ok,
    durationMs,
    contentType,
    freshness: response.headers.get('waggle-freshness') ?? undefined,
    text: isText ? shown(await blob.text(), contentType) : undefined,
    blob: isText ? undefined : blob,
  };
}

async function beginningOf(response) {
  const reader = response.body.getReader();
  const timer = setTimeout(() => reader.cancel(), LISTENED_MS);
  const parts = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
  }
  clearTimeout(timer);
  return new Blob(parts);
}

function shown(text, contentType) {
  const pretty = /json$|json;/.test(contentType) && !contentType.includes('ndjson') ? indented(text) : text;
  if (pretty.length <= SHOWN_LENGTH_MAX) return pretty;
  return `${pretty.slice(0, SHOWN_LENGTH_MAX)}\n… ${pretty.length - SHOWN_LENGTH_MAX} more characters`;
}

function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not what its content type says: shown as it came.
    return text;
  }
}
