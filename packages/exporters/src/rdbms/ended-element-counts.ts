/**
 * Keeps the counts of ended process instances by element. The keys take the place of `IN (?)`: a statement counts
 * all instances that end in a transaction, or are removed in a step.
 */
const counted = (sum: '+' | '-') => `
  INSERT INTO ended_element_count (process_definition_key, element_id, completed, canceled)
  SELECT process_definition_key, element_id, ${sum}sum(completed), ${sum}sum(canceled)
  FROM (
    SELECT p.process_definition_key AS process_definition_key, e.element_id AS element_id,
      max(CASE WHEN e.state = 'COMPLETED' THEN 1 ELSE 0 END) AS completed,
      max(CASE WHEN e.state = 'TERMINATED' THEN 1 ELSE 0 END) AS canceled
    FROM process_instance p
    JOIN element_instance e ON e.process_instance_key = p.process_instance_key
    WHERE p.process_instance_key IN (?)
    GROUP BY p.process_instance_key, p.process_definition_key, e.element_id
  ) AS reached
  WHERE true
  GROUP BY process_definition_key, element_id
  ON CONFLICT (process_definition_key, element_id) DO UPDATE SET
    completed = ended_element_count.completed + excluded.completed,
    canceled = ended_element_count.canceled + excluded.canceled`;

/** When instances have ended. */
export const COUNT_ENDED_ELEMENTS = counted('+');
/** Before ended instances are removed. */
export const FORGET_ENDED_ELEMENTS = counted('-');
