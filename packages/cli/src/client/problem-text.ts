/** One sentence for a refused request, from its problem detail when it has one. */
export function problemText(status: number, body: string): string {
  const problem = parseProblem(body);
  if (problem === undefined) return `The server refused with HTTP status ${status}${body === '' ? '' : `: ${body}`}.`;
  return `${problem.detail} (${problem.title}, HTTP ${status})`;
}

function parseProblem(body: string): { readonly title: string; readonly detail: string } | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    // Not our server, or a proxy before it: the caller shows the body as it came.
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || !('title' in parsed) || !('detail' in parsed)) return undefined;
  return typeof parsed.title === 'string' && typeof parsed.detail === 'string'
    ? { title: parsed.title, detail: parsed.detail }
    : undefined;
}
