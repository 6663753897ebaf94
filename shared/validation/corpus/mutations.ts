import { parse, type AnyNode } from 'acorn';
import { full } from 'acorn-walk';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const inPieces = (text: string): string => {
  const middle = Math.ceil(text.length / 2);
  return `${JSON.stringify(text.slice(0, middle))} + ${JSON.stringify(text.slice(middle))}`;
};

function edited(code: string, edits: readonly Edit[]): string {
  let result = code;
  for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}

function editsOf(code: string, editOf: (node: AnyNode) => Edit | undefined): Edit[] {
  const edits: Edit[] = [];
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    const edit = editOf(node);
    if (edit !== undefined) edits.push(edit);
  });
  return edits;
}

/** `a.name` becomes `a["na" + "me"]`. */
const bracketed = (code: string): string =>
  edited(
    code,
    editsOf(code, (node) => {
      if (node.type !== 'MemberExpression' || node.computed || node.optional) return undefined;
      if (node.property.type !== 'Identifier' || node.property.name.length < 2) return undefined;
      const text = `[${inPieces(node.property.name)}]`;
      return { start: node.object.end, end: node.property.end, text };
    }),
  );

/** Names of the host and the language get another name first. */
const aliased = (code: string): string => {
  const names = [
    'eval',
    'Function',
    'globalThis',
    'fetch',
    'process',
    'require',
    'Reflect',
    'Object',
  ];
  const used = names.filter(
    (name) =>
      editsOf(code, (node) =>
        node.type === 'Identifier' && node.name === name ? { ...node, text: '' } : undefined,
      ).length > 0,
  );
  const uses = editsOf(code, (node) => {
    if (node.type !== 'Identifier' || !used.includes(node.name)) return undefined;
    const before = code.slice(0, node.start).trimEnd();
    const isMember = before.endsWith('.') && !before.endsWith('...');
    if (isMember || code.slice(node.end).trimStart().startsWith(':')) return undefined;
    return { start: node.start, end: node.end, text: `alias${node.name}` };
  });
  const unique = new Map(uses.map((edit) => [edit.start, edit]));
  const aliases = used.map((name) => `const alias${name} = ${name};\n`).join('');
  return aliases + edited(code, [...unique.values()]);
};

const wrapped = (code: string): string => `(async () => {\n${code}\n})();`;
const inMethod = (code: string): string =>
  `import { Strategy as Base } from 'stratbox';\nexport default class Mutant extends Base {\n  async onBar() {\n${code}\n}\n}`;
const optional = (code: string): string => code.replace(/(?<=[\w\])])\((?=["'`\w])/, '?.(');

export const parses = (code: string): boolean => {
  try {
    parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
    return true;
  } catch {
    return false;
  }
};

/** Ways to write the same otherwise. `moves`: into a place where `this` means something else. */
export const mutations: readonly {
  readonly name: string;
  readonly moves: boolean;
  readonly mutate: (code: string) => string;
}[] = [
  { name: 'members in pieces', moves: false, mutate: bracketed },
  { name: 'aliases', moves: false, mutate: aliased },
  { name: 'a function around it', moves: false, mutate: wrapped },
  { name: 'optional calls', moves: false, mutate: optional },
  { name: 'onBar around it', moves: true, mutate: inMethod },
  { name: 'members in pieces, in onBar', moves: true, mutate: (code) => inMethod(bracketed(code)) },
];
