import { escapedXml } from './escaped-xml.ts';

/** A decision that always has the same output. */
export function stubDecision(decisionId: string, output: unknown) {
  const id = escapedXml(decisionId);
  // Twice: the output's JSON, as a string of FEEL.
  const expression = `from json(${JSON.stringify(JSON.stringify(output ?? null))})`;
  return {
    name: `mock-${decisionId}.dmn`,
    isStub: true,
    content: `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="mock-${id}" name="mock of ${id}" namespace="mock">
  <decision id="${id}" name="${id}">
    <literalExpression><text>${escapedXml(expression)}</text></literalExpression>
  </decision>
</definitions>`,
  };
}
