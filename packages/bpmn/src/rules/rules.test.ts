import { describe, expect, it } from 'vitest';
import { bpmn, extensions, line } from '../../test/bpmn-xml.ts';
import { goodCases } from '../../test/good-cases.ts';
import { ruleCases } from '../../test/rule-cases.ts';
import { elementKinds } from '../elements/element-kinds.ts';
import { processKind } from '../elements/process.ts';
import { unsupportedElementKind } from '../elements/unsupported-element.ts';
import { eventDefinitionKinds } from '../events/event-definition-kinds.ts';
import { extensionRules } from '../extensions/extension-rules.ts';
import { parseBpmn } from '../parse-bpmn.ts';
import { documentRules } from './document-rules.ts';
import { expressionRules } from './expression-rules.ts';
import { nodeRules } from './node-rules.ts';
import { sequenceFlowRules } from './sequence-flow-rules.ts';
import { straightThroughLoopRule } from './straight-through-loop.ts';

const options = {
  resourceName: 'case.bpmn',
  checkExpression: (feel: string) => (feel === 'broken' ? 'unexpected end' : undefined),
};

describe('rules', () => {
  for (const { rule, title, xml, at } of ruleCases) {
    it(`should reject ${title} (${rule})`, () => {
      const result = parseBpmn(xml, options);

      const findings = result.ok ? [] : result.findings;
      expect(findings.map((finding) => [finding.rule, finding.elementId])).toEqual(at.map((id) => [rule, id]));
      for (const { message, line, column } of findings) {
        // A sentence, one of the short statements clients know from Camunda, or one that ends with what it quotes.
        expect(message).toMatch(/[.…)]$|^Must (have|contain) |^Name must |must be one of: |unexpected end$|> \S+$/);
        expect([line, column].every((number) => (number ?? 0) > 0)).toBe(true);
      }
    });
  }

  for (const { title, xml } of goodCases) {
    it(`should accept ${title}`, () => {
      const result = parseBpmn(xml, options);

      expect(result.ok ? [] : result.findings).toEqual([]);
    });
  }

  it.each([
    ['executable-process-required', 'Must contain at least one executable process'],
    ['process-start-event-required', 'Must have at least one start event'],
    ['process-one-none-start-event', 'Multiple none start events are not allowed'],
    ['unsupported-element', "Elements of type 'ComplexGateway' are currently not supported."],
    ['event-definition-single', 'Must have exactly one event definition'],
    ['event-definition-allowed', 'Must have exactly one event definition'],
    [
      'event-definition-allowed',
      'Start events in event subprocesses must be one of: message, timer, error, signal, escalation, conditional',
    ],
    ['error-code-distinct', 'The same scope can not contain more than one error catch event without error code.'],
    [
      'escalation-code-distinct',
      'The same scope can not contain more than one escalation catch event without escalation code.',
    ],
    [
      'escalation-code-distinct',
      "Multiple escalation catch events with the same escalation code 'code' are not supported on the same scope.",
    ],
    ['message-name-distinct', "Multiple message event definitions with the same name 'same' are not allowed."],
    ['signal-name-distinct', "Multiple signal event definitions with the same name 'same' are not allowed."],
    ['condition-distinct', "Duplicate condition expression '=x' found in conditional start events"],
    ['event-definition-allowed', 'End events must be one of: none, error, message, terminate, signal, escalation'],
    ['event-definition-allowed', 'Start events in subprocesses must be of type none'],
    ['event-definition-allowed', 'Event definition must be one of: message, timer, signal, link'],
    ['condition-gateway', 'Conditional sequence flows are only supported at exclusive or inclusive gateway'],
    ['boundary-event-attached', 'Must be attached to an activity'],
    ['boundary-event-no-incoming', 'Cannot have incoming sequence flows'],
    ['timer-cycle-place', 'Intermediate timer catch event must have either a time duration or a time date.'],
    ['timer-cycle-place', 'Interrupting timer event with time cycle is not allowed.'],
    [
      'event-based-gateway-targets',
      'Event-based gateway must not have an outgoing sequence flow to other elements than message/timer/signal/conditional intermediate catch events.',
    ],
    [
      'event-based-gateway-targets',
      'Target elements of an event gateway must not have any additional incoming sequence flows other than that from the event gateway.',
    ],
    ['link-name-required', 'Link name must be present and not empty.'],
    ['link-target-exists', "Can't find an catch link event for the throw link event with the name 'a'."],
    [
      'link-name-distinct',
      "Multiple intermediate catch link event definitions with the same name 'l' are not allowed.",
    ],
    ['signal-ref-exists', 'Must reference a signal'],
    ['escalation-ref-exists', 'Must reference an escalation'],
    ['escalation-code-required', 'EscalationCode must be present and not empty'],
    ['escalation-code-static', 'The escalationCode of the escalation catch event is not allowed to be an expression'],
    [
      'escalation-boundary-host',
      'An escalation boundary event should only be attached to a subprocess, or a call activity.',
    ],
    [
      'compensation-handler-required',
      'Compensation boundary events must have a compensation association and no outgoing sequence flows',
    ],
    ['compensation-handler-apart', 'A compensation handler should have no incoming sequence flows'],
    ['compensation-handler-apart', 'A compensation handler should have no outgoing sequence flows'],
    ['compensation-handler-apart', 'A compensation handler should have no boundary events'],
    ['compensation-activity-valid', "The referenced compensation activity 'gone' doesn't exist"],
    [
      'compensation-activity-valid',
      "The referenced compensation activity 'handler' must have either a compensation boundary event or be a subprocess",
    ],
    [
      'compensation-activity-valid',
      "The referenced compensation activity 'task' must be in the same scope as the compensation throw event",
    ],
    ['compensation-waits', 'A compensation end event waitForCompletion attribute must be true or not present'],
    [
      'multi-instance-loop-characteristics-required',
      "Must have exactly one 'zeebe:loopCharacteristics' extension element",
    ],
    ['multi-instance-input-collection-expression', 'Expected expression but not found'],
    [
      'multi-instance-output-complete',
      "Attribute 'outputElement' must be present if the attribute 'outputCollection' is set",
    ],
    ['ad-hoc-activity-required', 'Must have at least one activity.'],
    ['ad-hoc-no-start-event', 'Must not contain a start event.'],
    ['ad-hoc-no-end-event', 'Must not contain an end event.'],
    ['ad-hoc-job', 'Must not define completionCondition in combination with zeebe:taskDefinition.'],
    ['ad-hoc-output-complete', 'OutputElement and OutputCollection must both be set, or neither of them set.'],
    [
      'execution-listener-distinct',
      "Found '2' duplicates based on eventType[end] and type[a], these combinations should be unique.",
    ],
    ['execution-listener-event-type-allowed', "Execution listeners of type 'start' are not supported by start events"],
    [
      'execution-listener-event-type-allowed',
      "Execution listeners of type 'end' are not supported by [error] end events",
    ],
    ['task-listener-native', 'Task listeners are only allowed on Camunda user tasks.'],
    ['user-task-priority-range', "Priority must be a number between 0 and 100, but was '101'"],
    [
      'user-task-date-valid',
      "Expected static value to be a valid DateTime String, e.g. '2023-03-02T15:35+02:00', but found 'tomorrow'.",
    ],
    [
      'user-task-candidates-list',
      "Expected static value to be a list of comma-separated values, e.g. 'a,b,c', but found 'a,,b'.",
    ],
    [
      'form-definition-one-reference',
      "Exactly one of the attributes 'formId, externalReference' must be present and not blank for native user tasks",
    ],
    ['form-definition-binding', "Attribute 'formKey' must not be used in combination with attribute 'bindingType'"],
    ['binding-type-valid', "Attribute 'bindingType' must be one of: deployment, latest, versionTag"],
    ['job-priority-number', "Expected 'priority' to be a literal integer or a FEEL expression (starting with '=')"],
    [
      'conditional-filter-events',
      "Variable event 'delete' is not valid. Must be one of: create, update or a comma-separated list of both.",
    ],
    ['agent-type-place', "agentType 'aiAgentSubProcess' is only allowed on an ad-hoc sub-process."],
    ['extension-single', "Must have exactly one 'zeebe:ioMapping' extension element when exists."],
    [
      'error-code-distinct',
      "Multiple error catch events with the same error code 'code' are not supported on the same scope.",
    ],
    ['condition-expression', "Expected expression but found static value 'true'. An expression must start with '='"],
    ['condition-required', 'Must have a condition or be default flow'],
    ['default-flow-outgoing', 'Default flow must start at gateway'],
    ['end-event-no-outgoing', 'End events must not have outgoing sequence flows to other elements.'],
    ['task-definition-required', "Must have exactly one 'zeebe:taskDefinition' extension element"],
    ['called-element-required', "Must have exactly one 'zeebe:calledElement' extension element"],
    [
      'script-task-implementation',
      "Must have either one 'zeebe:script' or one 'zeebe:taskDefinition' extension element",
    ],
    [
      'business-rule-task-implementation',
      "Must have either one 'zeebe:calledDecision' or one 'zeebe:taskDefinition' extension element",
    ],
    ['event-based-gateway-flows', 'Event-based gateway must have at least 2 outgoing sequence flows.'],
    ['sub-process-one-start-event', 'Must have exactly one start event'],
    ['event-sub-process-one-start-event', 'Must have exactly one start event'],
    ['message-ref-exists', 'Must reference a message'],
    ['message-name-required', 'Name must be present and not empty'],
    ['message-correlation-key-required', 'Must have exactly one zeebe:subscription extension element'],
    ['message-correlation-key-expression', 'Expected expression but not found.'],
    [
      'message-correlation-key-expression',
      "Expected expression but found static value 'key'. An expression must start with '=' (e.g. '=key').",
    ],
    ['timer-value-valid', 'Invalid timer duration expression ('],
    ['timer-value-valid', 'Invalid timer date expression ('],
    ['error-ref-exists', 'Must reference an error'],
    ['error-code-required', 'Must reference an error'],
    ['mapping-output-source-expression', 'Expected expression but not found.'],
    ['mapping-target-path', "Expected path expression 'a b' but doesn't match the pattern '"],
    ['expression-parses', "failed to parse expression 'broken': unexpected end"],
    ['straight-through-loop', 'Processes are not allowed to contain a straight-through processing loop: task > '],
  ])('should open the message of %s with: %s', (rule, opening) => {
    const messages = ruleCases
      .filter((ruleCase) => ruleCase.rule === rule)
      .flatMap(({ xml }) => {
        const result = parseBpmn(xml, options);
        return result.ok ? [] : result.findings.map(({ message }) => message);
      });

    expect(messages.filter((message) => message.startsWith(opening))).not.toEqual([]);
  });

  it('should each have a case that breaks it and one that observes it', () => {
    const all = [
      ...documentRules,
      ...nodeRules,
      ...sequenceFlowRules,
      ...processKind.rules,
      ...unsupportedElementKind('bpmn:any').rules,
      ...elementKinds.flatMap((kind) => kind.rules),
      ...eventDefinitionKinds.flatMap((kind) => kind.rules),
      ...Object.values(extensionRules).flat(),
      ...expressionRules(() => undefined),
      straightThroughLoopRule,
    ];

    const ids = new Set(all.map((rule) => rule.id));
    const covered = new Set(ruleCases.map((ruleCase) => ruleCase.rule));

    expect([...ids].sort()).toEqual([...covered].sort());
    expect([...ids].sort()).toEqual([...new Set(goodCases.flatMap(({ rules }) => rules))].sort());
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('should not name an expression twice when the checker does', () => {
    const checkExpression = (feel: string) => `Failed to parse expression '${feel}': unexpected end`;
    const xml = bpmn(
      line(
        ['task'],
        `<scriptTask id="task">${extensions('<zeebe:script expression="=1 +" resultVariable="r"/>')}</scriptTask>`,
      ),
    );

    const result = parseBpmn(xml, { ...options, checkExpression });

    expect(result.ok ? [] : result.findings.map(({ message }) => message)).toEqual([
      "failed to parse expression '1 +': unexpected end",
    ]);
  });

  it('should report findings of different rules together, in document order', () => {
    const xml = bpmn(line(['a', 'b', 'gone'], '<complexGateway id="a"/><serviceTask id="b"/>'));

    const result = parseBpmn(xml, options);

    expect(result.ok ? [] : result.findings.map((finding) => finding.rule)).toEqual([
      'unsupported-element',
      'task-definition-required',
      'sequence-flow-target-exists',
      'sequence-flow-source-exists',
    ]);
  });

  it('should stop collecting at the limit and say so', () => {
    const tasks = Array.from({ length: 5 }, (_, index) => `<serviceTask id="task-${index}"/>`).join('');

    const result = parseBpmn(bpmn(line([], tasks)), { ...options, limits: { maxFindings: 3 } });

    const rules = result.ok ? [] : result.findings.map((finding) => finding.rule);
    expect(rules).toHaveLength(4);
    expect(rules.at(-1)).toBe('findings-within-limit');
  });

  it('should keep messages short however long the quoted text is', () => {
    const result = parseBpmn(bpmn(line(['task'], `<complexGateway id="${'x'.repeat(50_000)}"/>`)), options);

    for (const finding of result.ok ? [] : result.findings) {
      expect(finding.message.length + finding.path.length).toBeLessThan(1100);
    }
  });
});
