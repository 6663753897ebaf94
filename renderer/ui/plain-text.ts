/** A text whose backticks mark code, for places that can show letters only. */
export function plainText(text: string): string {
  return text.replaceAll(/`([^`]+)`/g, '$1');
}
