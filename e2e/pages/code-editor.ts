import { expect, type Locator, type Page } from '@playwright/test';

/** A limit for one attempt, and one for all of them together. */
const attempt = 8000;
const altogether = { timeout: 120_000 };

/**
 * What Monaco shows about the code. It asks its languages once, at the gesture, and shows what they have:
 * one that is still being loaded has nothing, and Monaco does not ask again. A person makes the
 * gesture again, and so does everything here.
 */
export class CodeEditor {
  readonly hover: Locator;
  readonly suggestions: Locator;
  readonly fixes: Locator;
  readonly menu: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.hover = page.locator('.monaco-hover').filter({ visible: true }).first();
    this.suggestions = page.locator('.suggest-widget');
    this.fixes = page.locator('.action-widget').first();
    this.menu = page.locator('.monaco-menu');
  }

  /** The first piece of the code that contains `text`; `line` says in which line. */
  word(text: string, line = ''): Locator {
    return this.page
      .getByTestId('editor')
      .locator('.view-line')
      .filter({ hasText: line })
      .locator('span span')
      .filter({ hasText: text })
      .first();
  }

  /** Rests the mouse on a word until its explanation says this. */
  async explain(word: string, shown: string): Promise<void> {
    await expect(async () => {
      await this.page.mouse.move(0, 0);
      await this.word(word).hover({ timeout: attempt });
      await expect(this.hover).toContainText(shown, { timeout: attempt });
    }).toPass(altogether);
  }

  /** Clicks through what a word's explanation offers, until what it leads to is there. */
  async chooseInHover(
    word: string,
    items: readonly Locator[],
    leadsTo: Locator,
    shown: string,
  ): Promise<void> {
    await expect(async () => {
      await this.page.mouse.move(0, 0);
      await this.word(word).hover({ timeout: attempt });
      for (const item of items) await item.click({ timeout: attempt });
      await expect(leadsTo).toContainText(shown, { timeout: attempt });
    }).toPass(altogether);
  }

  /** Types until this is among the suggestions, the last character again and again. */
  async typeUntilSuggested(text: string, shown: string): Promise<void> {
    await this.page.keyboard.type(text);
    let again = false;
    await expect(async () => {
      if (again) {
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Backspace');
        await this.page.keyboard.type(text.at(-1) ?? '');
      }
      again = true;
      await expect(this.suggestions).toContainText(shown, { timeout: attempt });
    }).toPass(altogether);
  }

  /** Takes a quick fix at the cursor, until the code says what the fix makes of it. */
  async fix(title: string, made: string): Promise<void> {
    const editor = this.page.getByTestId('editor');
    await expect(async () => {
      if (await editor.getByText(made).first().isHidden()) {
        await this.page.keyboard.press('ControlOrMeta+.');
        await this.fixes.getByText(title).click({ timeout: attempt });
      }
      await expect(editor).toContainText(made, { timeout: attempt });
    }).toPass(altogether);
  }

  /** Chooses an entry of a word's menu, until what it leads to is there. */
  async chooseFromMenu(
    word: Locator,
    entry: string | RegExp,
    leadsTo: Locator,
    shown: string | RegExp,
  ): Promise<void> {
    const item = this.menu.getByRole('menuitem', { name: entry }).first();
    await expect(async () => {
      await this.page.keyboard.press('Escape');
      await word.click({ button: 'right', timeout: attempt });
      // Monaco's menu takes no click in its first tenth of a second: a person is never that fast.
      await item.waitFor({ timeout: attempt });
      await expect(async () => {
        if (await item.isVisible()) await item.click({ timeout: 1000 });
        await expect(this.menu).toBeHidden({ timeout: 500 });
      }).toPass({ timeout: attempt });
      await expect(leadsTo).toContainText(shown, { timeout: attempt });
    }).toPass(altogether);
  }
}
