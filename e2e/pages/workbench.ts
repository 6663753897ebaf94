import { expect, type Locator, type Page } from '@playwright/test';
import { CodeEditor } from './code-editor.ts';

/** The window as a person uses it: what can be seen and done, by role and name where there is one. */
export class Workbench {
  readonly runButton: Locator;
  readonly cancelButton: Locator;
  readonly results: Locator;
  readonly runError: Locator;
  readonly statusBar: Locator;
  readonly problems: Locator;
  readonly console: Locator;
  readonly history: Locator;
  readonly explorer: Locator;
  /** One for each open strategy. */
  readonly tabs: Locator;
  /** What Monaco shows about the code. */
  readonly code: CodeEditor;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.runButton = page.getByTestId('run-button');
    this.cancelButton = page.getByTestId('cancel-button');
    this.results = page.getByTestId('results-pane');
    this.runError = page.getByTestId('run-error');
    this.statusBar = page.getByTestId('status-bar');
    this.problems = page.getByTestId('problems-list');
    this.console = page.getByTestId('console');
    this.explorer = page.getByRole('navigation', { name: 'Explorer' });
    this.history = page.getByTestId('history-list');
    this.code = new CodeEditor(page);
    this.tabs = page.getByRole('tablist', { name: 'Open strategies' }).getByRole('tab');
  }

  /** Waits until the editor holds a strategy and its risk has been scored. */
  async ready(): Promise<void> {
    await expect(this.editor).toBeVisible({ timeout: 60_000 });
    await expect(this.page.getByTestId('risk-badge')).toContainText('Risk', { timeout: 60_000 });
  }

  get editor(): Locator {
    return this.page.getByTestId('editor').locator('.monaco-editor').first();
  }

  /** Replaces the editor's whole text, as a paste would. */
  async setSource(source: string): Promise<void> {
    await this.#replaceText(source, () => this.page.keyboard.insertText(source));
  }

  /** The same through the clipboard's way: much faster for a long text, and its lines keep their indentation. */
  async pasteSource(source: string): Promise<void> {
    await this.#replaceText(source, () =>
      this.page.evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const type = { clipboardData, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', type));
      }, source),
    );
  }

  async #replaceText(source: string, put: () => Promise<unknown>): Promise<void> {
    await this.editor.click();
    await expect(this.editor).toHaveClass(/focused/);
    await this.page.keyboard.press('ControlOrMeta+A');
    await put();
    await expect(this.statusBar).toContainText(`Ln ${source.split('\n').length},`);
  }

  async run(): Promise<void> {
    await this.runButton.click();
  }

  /** Opens an example or a saved strategy from the explorer, by the name it has there. */
  async openStrategy(name: string | RegExp): Promise<void> {
    await this.explorer.getByRole('button', { name }).first().click();
    await expect(this.tabs.and(this.page.getByRole('tab', { selected: true }))).toContainText(name);
  }

  async openRunSettings(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Run settings' }).first().click();
    return this.page.getByTestId('run-settings');
  }

  metric(id: string): Locator {
    return this.page.getByTestId(`metric-${id}`);
  }

  badge(name: string): Locator {
    return this.page.getByTestId(`badge-${name}`);
  }

  /** A chart's foremost line in data units: its vertices, read through the value axis' own ticks. */
  async drawnValues(chart: 'equity-chart' | 'drawdown-chart'): Promise<number[]> {
    return this.page.getByTestId(chart).evaluate((figure) => {
      const lines = [...figure.querySelectorAll('path.recharts-curve')];
      const drawn = lines.at(-1)?.getAttribute('d') ?? '';
      const heights = [...drawn.matchAll(/[ML][^,]+,([-\d.]+)/g)].map((vertex) =>
        Number(vertex[1]),
      );
      const ticks = [...figure.querySelectorAll('.recharts-yAxis-tick-labels text')]
        .map((text) => {
          const label = (text.textContent ?? '').replace('\u2212', '-');
          const unit = label.endsWith('k') ? 1000 : label.endsWith('%') ? 0.01 : 1;
          return { value: Number.parseFloat(label) * unit, height: Number(text.getAttribute('y')) };
        })
        .sort((a, b) => a.value - b.value);
      const [low, high] = [ticks[0], ticks.at(-1)];
      if (low === undefined || high === undefined) return [];
      const perPixel = (high.value - low.value) / (high.height - low.height);
      return heights.map((height) => low.value + (height - low.height) * perPixel);
    });
  }

  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const palette = this.page.getByTestId('command-palette');
    await palette.getByRole('combobox').fill(title);
    await expect(palette.getByRole('option', { selected: true })).toContainText(title);
    await this.page.keyboard.press('Enter');
  }

  /** Begins a strategy with what the picker calls `title`. */
  async newStrategy(title = 'JavaScript strategy'): Promise<void> {
    await this.command('New strategy');
    const picker = this.page.getByTestId('new-strategy');
    const before = await this.tabs.count();
    await picker.getByRole('combobox').fill(title);
    await picker.getByRole('option', { name: title }).click();
    await expect(picker).toBeHidden();
    await expect(this.tabs).toHaveCount(before + 1);
  }
}

/** A strategy whose `onBar(bar)` has this body. */
export function strategyWith(body: string): string {
  return `import { Strategy } from 'stratbox';

export default class Test extends Strategy {
onBar(bar) {
${body}
}
}
`;
}
