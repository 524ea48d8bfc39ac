export function decisionsSearch() {
  return {};
}
