import type { TooltipContentProps } from 'recharts';
import { SeriesTooltip } from '../equity-chart/named-series.tsx';
import type { LinePoint, PanelLine } from './line-panels.ts';
import { printAlone } from '../../../../shared/reports/script-result/print-number.ts';
import { colourOf } from './series-colours.ts';

type Props = Pick<TooltipContentProps, 'active' | 'payload'> & {
  readonly lines: readonly PanelLine[];
  readonly print: (x: number) => string;
};

/** What the columns of one panel have at one place of the index. */
export function LinesTooltip({ active, payload, lines, print }: Props) {
  const point = payload[0]?.payload as LinePoint | undefined;
  if (!active || point === undefined) return null;
  const series = lines.flatMap(({ slot, name }) => {
    const value = point[slot];
    if (value === undefined) return [];
    return [{ key: slot, name, colour: colourOf(slot), figure: printAlone(value) }];
  });
  return <SeriesTooltip heading={print(point.x)} series={series} />;
}
