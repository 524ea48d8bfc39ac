import type { FastifyReply } from 'fastify';
import type { RestProblem } from './rest-problem.ts';
import type { ProblemDetail } from './schemas/problem-detail.ts';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** @param url of the request; its path becomes the problem's instance. */
export function problemText(problem: RestProblem, url: string): string {
  const detail: ProblemDetail = {
    type: 'about:blank',
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    instance: instanceOf(url),
  };
  return JSON.stringify(detail);
}

export function sendProblem(reply: FastifyReply, problem: RestProblem): FastifyReply {
  return (
    reply
      .code(problem.status)
      .headers(problem.headers)
      .header('content-type', PROBLEM_CONTENT_TYPE)
      // As bytes: the framework would add a charset to a text, which this content type does not have.
      .send(Buffer.from(problemText(problem, reply.request.url)))
  );
}

function instanceOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}
