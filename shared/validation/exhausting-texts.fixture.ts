const many = 100_000;

const nested = (open: string, close: string, depth = many): string =>
  `const x = ${open.repeat(depth)}1${close.repeat(depth)};`;

/** Texts made to exhaust a reader's stack: each is judged or refused, quickly and without a crash. */
export const exhaustingTexts: readonly { readonly name: string; readonly text: string }[] = [
  { name: '100,000 nested parentheses', text: nested('(', ')') },
  { name: '100,000 nested arrays', text: nested('[', ']') },
  { name: '100,000 nested objects', text: nested('{a:', '}') },
  { name: '80,000 nested templates', text: nested('`${', '}`', 80_000) },
  { name: '100,000 nested blocks', text: `${'{'.repeat(many)}${'}'.repeat(many)}` },
  { name: '80,000 ternaries', text: `const x = ${'a?1:'.repeat(80_000)}2;` },
  { name: '100,000 arrow functions', text: `const x = ${'a=>'.repeat(many)}1;` },
  { name: '100,000 members in a row', text: `const x = a${'.b'.repeat(many)};` },
  { name: '100,000 optional members', text: `const x = a${'?.b'.repeat(many)};` },
  { name: '100,000 calls in a row', text: `const x = f${'()'.repeat(many)};` },
  { name: '100,000 comments', text: '/**/ '.repeat(many) },
  { name: '100,000 unary minuses', text: `const x = ${'- '.repeat(many)}1;` },
  { name: '35,000 else-ifs', text: `if (a) b();${'else if(a)b()\n'.repeat(35_000)}` },
  { name: 'a sum of 50,000 texts', text: `const x = ${"'a' + ".repeat(50_000)}'a';` },
  { name: 'a sum of 100,000 numbers', text: `const x = ${'1+'.repeat(many)}1;` },
  { name: '100,000 open brackets', text: '['.repeat(many) },
];
