/** A text in which `names` between backticks are shown as code; a backtick alone is one. */
export function CodeText({ text }: { readonly text: string }) {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
