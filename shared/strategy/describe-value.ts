const maximumDepth = 4;
const maximumItems = 100;
export const maximumLineLength = 65_536;

/** A console argument as text: strings as they are, everything else like a literal, bounded in size. */
export function describeValue(value: unknown): string {
  // One more than a line holds, so that the line can tell that it was not all.
  return typeof value === 'string' ? value.slice(0, maximumLineLength + 1) : describe(value, 0);
}

function describe(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 1000));
  if (typeof value === 'function') return `[function ${value.name}]`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? String(value) : value.toISOString();
  if (depth >= maximumDepth) return Array.isArray(value) ? '[…]' : '{…}';
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const list = value as ArrayLike<unknown>;
    const shown = Array.from({ length: Math.min(list.length, maximumItems) }, (_, index) =>
      describe(list[index], depth + 1),
    );
    return `[${joined(shown, list.length)}]`;
  }
  const keys = Object.keys(value);
  const shown = keys
    .slice(0, maximumItems)
    .map((key) => `${key}: ${describe((value as Record<string, unknown>)[key], depth + 1)}`);
  return shown.length === 0 ? '{}' : `{ ${joined(shown, keys.length)} }`;
}

function joined(shown: readonly string[], count: number): string {
  const rest = count > shown.length ? `, … ${count - shown.length} more` : '';
  return shown.join(', ') + rest;
}
