/**
 * The executable model: what the engine needs of a BPMN document, linked and checked.
 *
 * 1. A model is immutable once built and holds no engine state.
 * 2. Every reference is an object, never an id, so the engine walks without lookups.
 * 3. Every element has every field (empty list, `undefined`), so all elements share one shape.
 */
import type { BpmnElementType, BpmnEventType } from '@waggle/protocol';

/** A model attribute that may hold FEEL: `=x + 1` is an expression with the text `x + 1`, anything else is literal text. */
export interface ExpressionSource {
  readonly isExpression: boolean;
  readonly text: string;
}

export interface ExecutableModel {
  /** Executable processes of the document in document order. */
  readonly processes: readonly ExecutableProcess[];
}

export interface ExecutableProcess {
  /** `bpmnProcessId`. */
  readonly id: string;
  readonly name: string | undefined;
  readonly versionTag: string | undefined;
  /** The process itself as the outermost scope; its id equals the process id. */
  readonly root: ExecutableElement;
  /** Every flow element by id, also nested ones and sequence flows' owners' children; the root included. */
  readonly elements: ReadonlyMap<string, ExecutableElement>;
  readonly sequenceFlows: ReadonlyMap<string, ExecutableSequenceFlow>;
  /** `zeebe:jobPriorityDefinition` of the process: the priority of jobs whose element gives none. */
  readonly jobPriority: ExpressionSource | undefined;
}

export interface ExecutableSequenceFlow {
  readonly id: string;
  readonly name: string | undefined;
  readonly source: ExecutableElement;
  readonly target: ExecutableElement;
  /** Without the leading `=`; only on flows that leave an exclusive or inclusive gateway. */
  readonly condition: ExpressionSource | undefined;
}

export interface ExecutableElement {
  readonly id: string;
  readonly name: string | undefined;
  readonly elementType: BpmnElementType;
  readonly eventType: BpmnEventType;
  /** The enclosing scope; `undefined` only for the process. A boundary event's scope is that of its host. */
  readonly flowScope: ExecutableElement | undefined;
  readonly incoming: readonly ExecutableSequenceFlow[];
  readonly outgoing: readonly ExecutableSequenceFlow[];
  /** The default flow of a gateway; also contained in `outgoing`. */
  readonly defaultFlow: ExecutableSequenceFlow | undefined;

  readonly inputMappings: readonly VariableMapping[];
  readonly outputMappings: readonly VariableMapping[];

  /** Scopes: direct children in document order, without boundary events' hosts being repeated. */
  readonly children: readonly ExecutableElement[];
  /** Scopes: the none start event, `undefined` when the scope has none. */
  readonly noneStartEvent: ExecutableElement | undefined;
  /** Scopes: all start events, the none start event included. An event sub-process has exactly one. */
  readonly startEvents: readonly ExecutableElement[];
  /** Scopes: event sub-processes directly inside. */
  readonly eventSubProcesses: readonly ExecutableElement[];

  /** Activities: boundary events attached here, in document order. */
  readonly boundaryEvents: readonly ExecutableElement[];
  /** Boundary events: the host activity. */
  readonly attachedTo: ExecutableElement | undefined;
  /** Boundary events and start events of event sub-processes; `true` for everything else. */
  readonly isInterrupting: boolean;

  readonly job: JobDefinition | undefined;
  readonly script: ScriptDefinition | undefined;
  readonly message: MessageDefinition | undefined;
  readonly timer: TimerDefinition | undefined;
  readonly error: ErrorDefinition | undefined;
  readonly calledElement: CalledElement | undefined;
  readonly calledDecision: CalledDecision | undefined;
  readonly signal: SignalDefinition | undefined;
  readonly escalation: EscalationDefinition | undefined;
  readonly conditional: ConditionalDefinition | undefined;
  readonly userTask: UserTaskDefinition | undefined;
  /** None start events: the form to start the process with. */
  readonly form: FormDefinition | undefined;
  /** In document order, those of one event type after each other as they run. */
  readonly executionListeners: readonly ExecutionListenerDefinition[];

  /** Link throw events: the catch event of the same name in the same scope. */
  readonly linkTarget: ExecutableElement | undefined;

  /** Activities with a compensation boundary event: what undoes them. */
  readonly compensationHandler: ExecutableElement | undefined;
  /** Only runs to compensate; has no sequence flows. */
  readonly isForCompensation: boolean;
  /** Compensation throw and end events with an `activityRef`: what is compensated; `undefined` = everything in the scope. */
  readonly compensatedActivity: ExecutableElement | undefined;

  /**
   * Multi-instance bodies. A multi-instance activity is two elements of one id: the body, which holds the sequence flows
   * and boundary events and is the one in `elements`, and the activity that runs once per item, whose scope is the body.
   */
  readonly multiInstance: MultiInstanceDefinition | undefined;
  /** Multi-instance bodies: the activity that runs once per item. */
  readonly innerActivity: ExecutableElement | undefined;

  readonly adHoc: AdHocDefinition | undefined;
  /** Ad-hoc sub-processes: the scope around each element that is activated, with the id `<id>#innerInstance`; also in `elements`. */
  readonly innerInstance: ExecutableElement | undefined;
  /** `zeebe:properties`. */
  readonly properties: Readonly<Record<string, string>>;
  /** Text of `bpmn:documentation`, `undefined` when absent. */
  readonly documentation: string | undefined;
}

/** One `zeebe:input` or `zeebe:output`; `target` is a dotted variable path. */
export interface VariableMapping {
  readonly source: ExpressionSource;
  readonly target: string;
}

/** `zeebe:taskDefinition` with `zeebe:taskHeaders`. */
export interface JobDefinition {
  readonly type: ExpressionSource;
  readonly retries: ExpressionSource;
  readonly headers: Readonly<Record<string, string>>;
  /** `zeebe:jobPriorityDefinition` of the element; `undefined` = that of the process, otherwise 0. */
  readonly priority: ExpressionSource | undefined;
  readonly linkedResources: readonly LinkedResource[];
}

/** Which version of something that is deployed on its own is meant. */
export interface ResourceBinding {
  readonly bindingType: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag: string | undefined;
}

/** `zeebe:linkedResource`. */
export interface LinkedResource extends ResourceBinding {
  readonly resourceId: string;
  readonly resourceType: string;
  readonly linkName: string;
}

export interface ScriptDefinition {
  readonly expression: ExpressionSource;
  readonly resultVariable: string;
}

/** A message a catch event, receive task or start event waits for. */
export interface MessageDefinition {
  readonly name: ExpressionSource;
  /** `undefined` only for message start events of a process. */
  readonly correlationKey: ExpressionSource | undefined;
}

export interface TimerDefinition {
  readonly kind: 'date' | 'duration' | 'cycle';
  readonly expression: ExpressionSource;
}

/** `code` is `undefined` for a catch-all; a catching event's code is always static. */
export interface ErrorDefinition {
  readonly code: ExpressionSource | undefined;
}

/** A signal that is thrown or waited for. */
export interface SignalDefinition {
  readonly name: ExpressionSource;
}

/** `code` is `undefined` for a catch-all; a catching event's code is always static. */
export interface EscalationDefinition {
  readonly code: ExpressionSource | undefined;
}

export interface ConditionalDefinition {
  /** Always an expression. */
  readonly condition: ExpressionSource;
  /** Limits the changes that count to these variables; empty = all. */
  readonly variableNames: readonly string[];
  /** Limits the changes that count; empty = both. */
  readonly variableEvents: readonly ('create' | 'update')[];
}

/** `zeebe:executionListener`. */
export interface ExecutionListenerDefinition {
  readonly eventType: 'start' | 'end' | 'beforeAll' | 'cancel';
  readonly type: ExpressionSource;
  readonly retries: ExpressionSource;
  /** Headers of the element with those of the listener over them. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface UserTaskDefinition {
  /** `job`: a worker job of the type `io.camunda.zeebe:userTask`, without a user task of the engine. */
  readonly implementation: 'native' | 'job';
  readonly assignee: ExpressionSource | undefined;
  /** Literal text is a list separated by commas. */
  readonly candidateGroups: ExpressionSource | undefined;
  readonly candidateUsers: ExpressionSource | undefined;
  readonly dueDate: ExpressionSource | undefined;
  readonly followUpDate: ExpressionSource | undefined;
  readonly priority: ExpressionSource | undefined;
  readonly form: FormDefinition | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** In document order. Native user tasks only. */
  readonly listeners: readonly TaskListenerDefinition[];
}

/** A form by its id, by a key of the client's own, or by reference to something outside; exactly one of the three. */
export interface FormDefinition extends ResourceBinding {
  readonly formId: ExpressionSource | undefined;
  /** Job-based user tasks only. */
  readonly formKey: string | undefined;
  readonly externalReference: ExpressionSource | undefined;
}

/** `zeebe:taskListener`. */
export interface TaskListenerDefinition {
  readonly eventType: 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling';
  readonly type: ExpressionSource;
  readonly retries: ExpressionSource;
  readonly headers: Readonly<Record<string, string>>;
}

export interface MultiInstanceDefinition {
  readonly isSequential: boolean;
  readonly inputCollection: ExpressionSource;
  readonly inputElement: string | undefined;
  /** Given together with `outputElement`. */
  readonly outputCollection: string | undefined;
  readonly outputElement: ExpressionSource | undefined;
  readonly completionCondition: ExpressionSource | undefined;
}

export interface AdHocDefinition {
  readonly activeElementsCollection: ExpressionSource | undefined;
  readonly completionCondition: ExpressionSource | undefined;
  /** What happens to what is still active when the completion condition holds. */
  readonly cancelsRemainingInstances: boolean;
  readonly outputCollection: string | undefined;
  readonly outputElement: ExpressionSource | undefined;
  /** Elements that can be activated: those inside without incoming flows. */
  readonly activatableElements: readonly ExecutableElement[];
}

/** `zeebe:calledDecision`. */
export interface CalledDecision extends ResourceBinding {
  readonly decisionId: ExpressionSource;
  readonly resultVariable: string;
}

export interface CalledElement extends ResourceBinding {
  readonly processId: ExpressionSource;
  /** `undefined` = the caller's. */
  readonly businessId: ExpressionSource | undefined;
  readonly propagateAllChildVariables: boolean;
  readonly propagateAllParentVariables: boolean;
}
