/** Decisions: what was evaluated, and one of them. */
export const decisions = { title: 'Decisions' };
