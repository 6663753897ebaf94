import { html } from './markup.ts';
import { badgesStyles } from './styles/badges.ts';
import { curveStyles } from './styles/curve.ts';
import { mediaStyles } from './styles/media.ts';
import { pageStyles } from './styles/page.ts';
import { periodsStyles } from './styles/periods.ts';
import { summaryStyles } from './styles/summary.ts';
import { tablesStyles } from './styles/tables.ts';
import { textStyles } from './styles/text.ts';
import { themeStyles } from './styles/theme.ts';

/** For reading on screen and for printing; later ones win. */
export const styles = html`${themeStyles} ${pageStyles} ${summaryStyles} ${curveStyles}
${badgesStyles} ${tablesStyles} ${periodsStyles} ${textStyles} ${mediaStyles}`;
