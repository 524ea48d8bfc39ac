export function decisionSearch() {
  return {};
}
