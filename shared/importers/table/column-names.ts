const longest = 120;

/** The names of a table's columns as they can be asked for: none empty, each once. */
export function columnNamesOf(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((written, index) => {
    const name = clean(written) || `column ${index + 1}`;
    let unlike = name;
    for (let count = 2; taken.has(unlike); count += 1) unlike = `${name} ${count}`;
    taken.add(unlike);
    return unlike;
  });
}

/** Without what could disguise the text around it; "__proto__" is no key of a plain object. */
function clean(name: string): string {
  const text = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, longest);
  return text === '__proto__' ? 'proto' : text;
}
