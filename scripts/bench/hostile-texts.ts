/** Texts made to exhaust a reader: each is refused or judged, quickly and without a crash. */
export function hostileTexts(): { readonly name: string; readonly text: string }[] {
  const many = 100_000;
  return [
    { name: 'a paste of 10 MB', text: 'again(1 + 1);\n'.repeat(750_000) },
    { name: '100,000 nested parentheses', text: `${'('.repeat(many)}1${')'.repeat(many)}` },
    { name: '100,000 nested arrays', text: `${'['.repeat(many)}${']'.repeat(many)}` },
    { name: '100,000 members in a row', text: `a${'.b'.repeat(many)}` },
    { name: 'a sum of 50,000 texts', text: `x = ${"'a' + ".repeat(50_000)}'a'` },
  ];
}
