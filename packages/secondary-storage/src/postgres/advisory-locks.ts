/** What only one server does at a time. The numbers tell our locks from those of other programs in the same database. */
const locks = { migration: 0x57_41_01, writer: 0x57_41_02 } as const;

/** SQL of a lock's two keys. Each schema of a database has its own, so servers with schemas of their own share one. */
export function lockKeys(name: keyof typeof locks): string {
  return `${locks[name]}, hashtext(current_schema())`;
}
