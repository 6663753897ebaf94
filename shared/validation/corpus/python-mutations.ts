const indented = (code: string): string => code.replace(/^(?=.)/gm, '    ');

const builtins = /(?<![\w.'"])(eval|exec|open|compile|getattr|setattr|__import__)(?=\()/g;

/** Names of the language get another name first. */
function aliased(code: string): string {
  if (/^(?:eval|exec|open|compile)\s*=|^\s*(?:def|class) (?:eval|exec|open|compile)/m.test(code))
    return code;
  const used = new Set([...code.matchAll(builtins)].map(([name]) => name));
  const aliases = [...used].map((name) => `alias_${name} = ${name}\n`).join('');
  return aliases + code.replace(builtins, (name) => `alias_${name}`);
}

/** `a.name` becomes `getattr(a, 'na' + 'me')`, where a is a plain name that is read. */
const inPieces = (code: string): string =>
  code.replace(
    /(?<![\w.'"{@]|import |from |del |for )([a-zA-Z]\w*)\.([a-zA-Z_]\w+)(?!\s*(?:=[^=]|,.*=[^=])|\w|\.| import)/g,
    (_, owner: string, name: string) => {
      const middle = Math.ceil(name.length / 2);
      return `getattr(${owner}, '${name.slice(0, middle)}' + '${name.slice(middle)}')`;
    },
  );

/** Ways to write the same Python otherwise. */
export const pythonMutations: readonly {
  readonly name: string;
  /** Into a function or a class, where a name bound below is another one. */
  readonly moves: boolean;
  readonly mutate: (code: string) => string;
}[] = [
  {
    name: 'a function around it',
    moves: true,
    mutate: (code) => `def around():\n${indented(code)}\naround()\n`,
  },
  {
    name: 'a class around it',
    moves: true,
    mutate: (code) => `class Around:\n    def on_bar(self, bar):\n${indented(indented(code))}\n`,
  },
  {
    name: 'a condition around it',
    moves: false,
    mutate: (code) => `if len('a') == 1:\n${indented(code)}\n`,
  },
  {
    name: 'try around it',
    moves: false,
    mutate: (code) => `try:\n${indented(code)}\nfinally:\n    pass\n`,
  },
  { name: 'aliases', moves: false, mutate: aliased },
  { name: 'members in pieces', moves: false, mutate: inPieces },
  { name: 'carriage returns', moves: false, mutate: (code) => code.replaceAll('\n', '\r\n') },
  {
    name: 'only carriage returns',
    moves: false,
    mutate: (code) => `# first\r${code.replaceAll('\n', '\r')}`,
  },
];
