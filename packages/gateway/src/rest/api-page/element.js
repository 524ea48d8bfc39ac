/**
 * Makes an element. Texts become text nodes, never markup: names and answers come from other people.
 * @param {string} name of the element.
 * @param {Record<string, unknown>} attributes functions are listeners for the event they are named after; `false` and
 *   `undefined` leave an attribute out.
 * @param {...(Node | string | undefined)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(attribute, value);
    else if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}
