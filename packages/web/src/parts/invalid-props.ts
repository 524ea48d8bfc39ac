/**
 * Says what is wrong with a text field of Carbon. Carbon names its message as the field's error alone, which not every screen
 * reader reads: so the message describes the field as well.
 * @param id of the field. @param problem `undefined` = nothing is wrong.
 */
export function invalidProps(id: string, problem: string | undefined) {
  return problem === undefined
    ? { invalid: false }
    : { invalid: true, invalidText: problem, 'aria-describedby': `${id}-error-msg` };
}
