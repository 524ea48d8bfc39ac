/** Tasks without a name are called by their element. */
export function taskNameOf(task: { readonly name: string | null; readonly elementId: string }): string {
  return task.name ?? task.elementId;
}
