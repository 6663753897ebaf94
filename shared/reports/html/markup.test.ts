import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, html, type Content } from './markup.ts';

describe('html', () => {
  it('escapes strings and lets only its own markup through', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${'"\' onclick=`'}">${inner}${[inner]}${5}</p>`.toString()).toBe(
      '<p title="&quot;&#39; onclick=&#96;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b>5</p>',
    );
  });

  it('takes no look-alike for markup', () => {
    const forged: unknown = { toString: () => '<script>' };
    expect(() => html`${forged as Content}`).toThrow(TypeError);
    expect(() => html`${[forged] as Content}`).toThrow(TypeError);
  });
});

describe('escapeText', () => {
  it('shows what would reorder, hide or break the text', () => {
    expect(escapeText('a\u202eb\u2066\u200b')).toBe('a⟦U+202E⟧b⟦U+2066⟧⟦U+200B⟧');
    expect(escapeText('a\u0000\u001b[31m\u009b')).toBe('a\ufffd\ufffd[31m\ufffd');
    expect(escapeText('\ud800')).toBe('\ufffd');
    expect(escapeText('שלום 📈\n\t')).toBe('שלום 📈\n\t');
  });

  it('leaves nothing with which markup could begin or end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"'`]|&(?!(amp|lt|gt|quot|#39|#96);)/);
      }),
    );
  });
});
