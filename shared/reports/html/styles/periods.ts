import { heatLevels } from '../../../metrics/periods/heat-level.ts';
import { html } from '../markup.ts';

/** A tenth of the colour a level keeps the text on it above a contrast of 4.5 in both themes. */
const levels = Array.from({ length: heatLevels }, (_, index) => index + 1).map((level) => {
  const share = `${level * 9}%`;
  return html`
    .months .up-${level} { background: color-mix(in srgb, var(--gain) ${share}, var(--paper)); }
    .months .down-${level} { background: color-mix(in srgb, var(--loss) ${share}, var(--paper)); }
  `;
});

/** The table of months and the drawings of rolling figures. */
export const periodsStyles = html`<style>
  .months {
    font-size: 12px;
  }
  .months th,
  .months td {
    padding: 4px 5px;
    white-space: nowrap;
  }
  .months td {
    color: var(--text);
    print-color-adjust: exact;
  }
  .months .total {
    font-weight: 600;
  }
  .months .total.gain {
    color: var(--gain);
  }
  .months .total.loss {
    color: var(--loss);
  }
  ${levels} .curve path.rolling {
    stroke: var(--accent);
    stroke-width: 1.4;
  }
</style>`;
