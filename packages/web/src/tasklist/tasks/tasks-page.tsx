import { useTitle } from '../../parts/use-title.ts';
import { useTexts } from '../../texts/use-texts.ts';

export function TasksPage() {
  const { shell } = useTexts();
  useTitle(shell.tasklistPages.tasks);
  return <h1>{shell.tasklistPages.tasks}</h1>;
}
