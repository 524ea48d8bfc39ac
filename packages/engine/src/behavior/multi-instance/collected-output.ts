/**
 * The output collection of a multi-instance body. A list that is written anew for each output would make a loop take time
 * and log in the square of its length, so outputs lie in pages of their own, and the list is put together when somebody
 * reads it. Once the variable is overwritten it is a variable like any other.
 */
import type { Key } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { EngineView, Variable } from '../../state/engine-state.ts';
import { LOOP_PAGE_SIZE, placeInPage } from '../../state/multi-instance.ts';

/** The tables that a list is put together from: all that a reader without an engine has. */
interface Collections {
  readonly state: Pick<EngineView, 'multiInstances' | 'multiInstanceOutputs'>;
}

/** JSON text of a variable, whichever way it is kept. */
export function variableText(collections: Collections, scopeKey: Key, variable: Variable): string {
  return variable.isCollected === true ? collectedOutput(collections, scopeKey) : variable.value;
}

/** JSON text of a list of `null`s. */
export function emptyOutput(itemCount: number): string {
  return `[${new Array<string>(itemCount).fill('null').join(',')}]`;
}

/** JSON text of the list as collected so far. @param next an output that comes on top. */
export function collectedOutput(
  { state }: Collections,
  bodyKey: Key,
  next?: { readonly loopCounter: number; readonly text: string },
): string {
  const { itemCount } = state.multiInstances.get(bodyKey) ?? { itemCount: 0 };
  const texts = new Array<string>(itemCount).fill('null');
  state.multiInstanceOutputs.forEach(bodyKey, (page, outputs) => {
    const start = Number(page) * LOOP_PAGE_SIZE;
    for (let index = 0; index < outputs.length; index++) {
      const text = outputs[index];
      if (typeof text === 'string') texts[start + index] = text;
    }
  });
  if (next !== undefined) texts[next.loopCounter - 1] = next.text;
  return `[${texts.join(',')}]`;
}

/** JSON text of the item a loop counter stands for. */
export function loopItem(processing: Processing, bodyKey: Key, loopCounter: number): string {
  const { page, index } = placeInPage(loopCounter);
  const item = processing.state.multiInstanceItems.get(bodyKey, page)?.[index];
  if (item === undefined) throw new Error(`Expected an item ${loopCounter} of loop ${bodyKey}, but there is none`);
  return item;
}
