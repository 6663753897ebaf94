const maximumLength = 120;

/** `wanted`, or with ' 2', ' 3', … when a thing of that name (in any case) is there already. */
export function unusedName(wanted: string, existing: readonly { readonly name: string }[]): string {
  const used = new Set(existing.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; used.has(name.toLowerCase()); count += 1) {
    const suffix = ` ${count}`;
    name = wanted.slice(0, maximumLength - suffix.length).trimEnd() + suffix;
  }
  return name;
}
