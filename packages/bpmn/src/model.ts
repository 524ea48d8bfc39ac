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

export interface CalledElement {
  readonly processId: ExpressionSource;
  readonly bindingType: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag: string | undefined;
  readonly propagateAllChildVariables: boolean;
  readonly propagateAllParentVariables: boolean;
}
