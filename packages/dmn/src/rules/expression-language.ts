const feelLanguages: ReadonlySet<string> = new Set([
  'feel',
  'http://www.omg.org/spec/feel/20140401',
  'http://www.omg.org/spec/dmn/20180521/feel/',
  'https://www.omg.org/spec/dmn/20191111/feel/',
  'https://www.omg.org/spec/dmn/20211108/feel/',
  'https://www.omg.org/spec/dmn/20230324/feel/',
  // Some editors name the standard itself.
  'https://www.omg.org/spec/dmn/20230324/model/',
]);

/** Whether an `expressionLanguage` is FEEL, in whatever case; none is. */
export function isFeel(language: string | undefined): boolean {
  return language === undefined || language === '' || feelLanguages.has(language.toLowerCase());
}
