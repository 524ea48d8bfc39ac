import { defaultXmlLimits, type XmlLimits } from '@waggle/xml';

/** Every bound of this package beyond those of XML documents and FEEL expressions, with its reason. */
export const limits = {
  /**
   * Steps of a whole evaluation, all required decisions and called functions included; FEEL counts about 50 ns each. Two
   * expressions' worth: a graph is made of many small ones, and all of it still ends within some 200 ms.
   */
  evaluationStepsMax: 2_000_000,

  /**
   * Invocations of business knowledge models that an evaluation tells of: a function called in a loop must not make a
   * record that nobody can store. Further ones are evaluated all the same.
   */
  recordedInvocationsMax: 1_000,

  /** Documents that one document imports, directly or not; each may hold 4 MB. */
  importedDocumentsMax: 20,
} as const;

/** A cell of a decision table is two elements: 4 MB hold some 200,000 where no editor adds ids. Read in about half a second. */
export const xmlLimits: XmlLimits = { ...defaultXmlLimits, maxElements: 250_000 };
