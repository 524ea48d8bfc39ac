/** Nothing of this may ever be executed, wherever it is shown. */
export const hostileVariables: Readonly<Record<string, unknown>> = {
  '<script>alert(1)</script>': '<script>alert(document.cookie)</script>',
  'note <img src=x onerror=alert(2)>': '<img src=x onerror="alert(2)">',
  link: 'javascript:alert(3)',
  ['__proto__']: { constructor: { prototype: 'polluted' } },
  "'; DROP TABLE variable; --": '"}]}\u0000',
  'rechts\u202Enach links': 'עברית \u202Eوعربي',
  ['a very long name '.repeat(12).trim()]: '𝒳'.repeat(300),
  '': 'a variable without a name',
};
