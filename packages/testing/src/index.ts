export { assertThat, type InstanceAssertions } from './assert-that.ts';
export { BpmnError } from './bpmn-error.ts';
export { CommandRejected } from './command-rejected.ts';
export { type ElementCoverage, ProcessCoverage, type ProcessReport } from './coverage/process-coverage.ts';
export { DecisionFailed, type DecisionResult, type EvaluatedDecisionView } from './decision-result.ts';
export type { IncidentView, JobView, UserTaskView } from './history.ts';
export type { JobMock, MockedJob } from './job-mock.ts';
export type { ProcessInstance } from './process-instance.ts';
export {
  createTestEngine,
  type JobSelector,
  type StartOptions,
  type TestEngine,
  type TestEngineOptions,
  type UserTaskSelector,
} from './test-engine.ts';
