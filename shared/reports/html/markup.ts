/**
 * Markup that was put together by `html` and nothing else. The text is private to the class, so data
 * read from a file or a message can never pass for markup.
 */
export class Markup {
  readonly #text: string;

  constructor(text: TemplateStringsArray, values: readonly Content[]) {
    this.#text = String.raw({ raw: text }, ...values.map(render));
  }

  toString(): string {
    return this.#text;
  }
}

export type Content = Markup | string | number | readonly Markup[];

/** Puts values into markup. Strings are escaped, whatever they hold and wherever they stand. */
export function html(text: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(text, values);
}

export const nothing = html``;

function render(content: Content): string {
  if (content instanceof Markup) return content.toString();
  if (typeof content === 'number') return escapeText(String(content));
  return typeof content === 'string' ? escapeText(content) : content.map(render).join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Characters that reorder or hide text around them ("Trojan Source", CVE-2021-42574). */
const invisible = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Escapes for element text and quoted attributes; makes visible what would hide or is not HTML. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"'`]/g, (character) => entities[character] as string)
    .replace(invisible, (character) => `⟦U+${codePoint(character)}⟧`)
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd');
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
