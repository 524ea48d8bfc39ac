export type PriorityLevel = 'low' | 'medium' | 'high' | 'critical';

/** @param priority 0 to 100; 50 when the model says nothing. */
export function priorityLevelOf(priority: number): PriorityLevel {
  if (priority <= 25) return 'low';
  if (priority <= 50) return 'medium';
  return priority <= 75 ? 'high' : 'critical';
}
