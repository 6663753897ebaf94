import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CodeText } from './code-text.tsx';
import { plainText } from './plain-text.ts';

it.each([
  ['`eval` runs text', '<code>eval</code> runs text'],
  ['use `a` or `b`', 'use <code>a</code> or <code>b</code>'],
  ['no code', 'no code'],
  ['one ` alone', 'one ` alone'],
  ['`<b>`', '<code>&lt;b&gt;</code>'],
])('%s', (text, markup) => {
  expect(renderToStaticMarkup(<CodeText text={text} />)).toBe(markup);
});

it('drops the marks where letters alone can be shown', () => {
  expect(plainText('`eval` runs text')).toBe('eval runs text');
});
