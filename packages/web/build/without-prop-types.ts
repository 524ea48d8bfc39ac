import type { Plugin } from 'vite';

/** Takes away what Carbon's components say for React 18 to check of their properties: React 19 does not look at it. */
export function withoutPropTypes(): Plugin {
  return {
    name: 'waggle-without-prop-types',
    apply: 'build',
    transform: {
      filter: { id: /@carbon[\\/]react[\\/]es[\\/].*\.js$/, code: '.propTypes = ' },
      handler(code) {
        const kept: string[] = [];
        let end = 0;
        for (const statement of this.parse(code).body) {
          if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
            continue;
          const { left } = statement.expression;
          if (left.type !== 'MemberExpression' || left.computed) continue;
          if (left.property.type !== 'Identifier' || left.property.name !== 'propTypes') continue;
          kept.push(code.slice(end, statement.start));
          end = statement.end;
        }
        return kept.join('') + code.slice(end);
      },
    },
  };
}
