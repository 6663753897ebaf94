/** Where a JSON text's fields are, and names that one object has twice. Lines count from 1. */
export interface JsonFields {
  /** Of the field at `path`, or of the nearest one around it. */
  lineOf(path: readonly PropertyKey[]): number;
  readonly duplicates: readonly { readonly path: readonly string[]; readonly line: number }[];
}

interface Level {
  readonly path: readonly string[];
  readonly names: Set<string>;
  readonly isList: boolean;
  /** Of the member that is being read. */
  name: string;
  count: number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\n/g;

/**
 * Reads where fields stand in a text that JSON.parse accepts. That one takes the last of two fields
 * with one name and says nothing; a policy must not depend on which of two lines somebody saw.
 */
export function readJsonFields(text: string): JsonFields {
  const lines = new Map<string, number>();
  const duplicates: { path: readonly string[]; line: number }[] = [];
  const levels: Level[] = [];
  let line = 1;
  let lastText = '';
  const pathOf = ({ path, isList, name, count }: Level) => [...path, isList ? `${count}` : name];
  const note = (level: Level) => lines.set(JSON.stringify(pathOf(level)), line);
  const open = (isList: boolean) => {
    const around = levels.at(-1);
    const path = around === undefined ? [] : pathOf(around);
    levels.push({ path, names: new Set(), isList, name: '', count: 0 });
  };
  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (level?.isList && /^["{[]/.test(token)) note(level);
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') open(token === '[');
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level?.isList) level.count += 1;
    else if (token === ':' && level !== undefined) {
      level.name = JSON.parse(lastText) as string;
      if (level.names.has(level.name)) duplicates.push({ path: pathOf(level), line });
      level.names.add(level.name);
      note(level);
    } else if (token.startsWith('"')) lastText = token;
  }
  return {
    duplicates,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const found = lines.get(JSON.stringify(path.slice(0, length).map(String)));
        if (found !== undefined) return found;
      }
      return 1;
    },
  };
}
