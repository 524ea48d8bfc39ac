/** Thrown by a job's mock, as a worker throws an error for the model to catch. */
export class BpmnError extends Error {
  override readonly name = 'BpmnError';
  readonly code: string;
  readonly variables: object;

  /** @param variables what the event that catches it gets. */
  constructor(code: string, message = '', variables: object = {}) {
    super(message);
    this.code = code;
    this.variables = variables;
  }
}
