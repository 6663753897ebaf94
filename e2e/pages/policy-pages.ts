import type { Locator, Page } from '@playwright/test';

/** The risk meter's explanation, the Rules page and the review. */
export class PolicyPages {
  readonly meter: Locator;
  readonly explanation: Locator;
  readonly rulesPage: Locator;
  readonly rule: Locator;
  readonly review: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.meter = page.getByTestId('risk-badge');
    this.explanation = page.getByTestId('risk-popover');
    this.rulesPage = page.getByRole('dialog', { name: 'Rules and policy' });
    this.rule = page.getByTestId('rule-detail');
    this.review = page.getByRole('dialog', { name: 'Review before this run' });
  }

  /** Opens the Rules page at a rule, found by the search. */
  async showRule(search: string, title: string): Promise<void> {
    await this.rulesPage.getByRole('searchbox').fill(search);
    await this.rulesPage.getByRole('button', { name: title }).click();
  }

  /** Ticks the finding that is shown. */
  async tick(): Promise<void> {
    await this.review.getByRole('button', { name: 'I have read this' }).click();
  }

  async accept(reason: string): Promise<void> {
    await this.review.getByRole('textbox').fill(reason);
    await this.review.getByRole('button', { name: 'Accept and run' }).click();
  }
}
