import { describe, expect, it } from 'vitest';
import { bpmn, extensions, line } from '../../test/bpmn-xml.ts';
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
    ['error-code-distinct', 'Multiple error catch events without error code are not supported on the same scope.'],
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

  it('should each have a case', () => {
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
