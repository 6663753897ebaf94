/** A text in which `names` between backticks are shown as code. */
export function CodeText({ text }: { readonly text: string }) {
  return text.split('`').map((part, index, parts) =>
    // An odd backtick at the end opens nothing.
    index % 2 === 1 && index < parts.length - 1 ? <code key={index}>{part}</code> : part,
  );
}
