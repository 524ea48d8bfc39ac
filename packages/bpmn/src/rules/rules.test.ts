import { describe, expect, it } from 'vitest';
import { bpmn, line } from '../../test/bpmn-xml.ts';
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
        expect(message).toMatch(/[.…]$|unexpected end$|> \S+$/);
        expect([line, column].every((number) => (number ?? 0) > 0)).toBe(true);
      }
    });
  }

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

  it('should report findings of different rules together, in document order', () => {
    const xml = bpmn(line(['a', 'b', 'gone'], '<userTask id="a"/><serviceTask id="b"/>'));

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
    const result = parseBpmn(bpmn(line(['task'], `<userTask id="${'x'.repeat(50_000)}"/>`)), options);

    for (const finding of result.ok ? [] : result.findings) {
      expect(finding.message.length + finding.path.length).toBeLessThan(1100);
    }
  });
});
