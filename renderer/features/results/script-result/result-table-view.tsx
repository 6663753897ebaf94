import { useMemo, useState, type ReactNode } from 'react';
import type { ScriptResult } from '../../../../shared/contract/models/script-result.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { useSettingsStore } from '../../settings/settings-store.ts';
import { chartOf } from '../../../../shared/reports/script-result/chart-of-table.ts';
import { ColumnChoice } from './column-choice.tsx';
import { printColumn } from '../../../../shared/reports/script-result/print-column.ts';
import { ResultBar } from './result-bar.tsx';
import { ResultChart } from './result-chart.tsx';
import { ResultTable } from './result-table.tsx';
import styles from './script-result.module.css';
import { firstSlots, toggled, type Slots } from './shown-series.ts';
import { tableExtent } from '../../../../shared/reports/script-result/table-extent.ts';

interface Props {
  readonly table: Extract<ScriptResult, { kind: 'table' }>;
  readonly leads: boolean;
  readonly actions: ReactNode;
}

type View = 'table' | 'chart';
const viewSetting = 'result.view';
/** A few points are read faster than they are looked at. */
const enoughForChart = 12;

/** A table as rows or as a chart; whichever was chosen last is shown next time too. */
export function ResultTableView({ table, leads, actions }: Props) {
  const columns = useMemo(
    () => table.columns.map((column, place) => printColumn(column, place < table.indexCount)),
    [table],
  );
  const chart = useMemo(() => chartOf(columns, table.rowCount), [columns, table]);
  const [slots, setSlots] = useState<Slots>(() => (chart.kind === 'none' ? [] : firstSlots(chart)));
  const { preferences, updateLayout } = useSettingsStore();
  const canDraw = chart.kind !== 'none';
  const chosen = preferences.layout[viewSetting];
  const isCourse = chart.kind === 'lines' && chart.axis.isTime && chart.x.length >= enoughForChart;
  const wanted: View =
    chosen === 'table' || chosen === 'chart' ? chosen : isCourse ? 'chart' : 'table';
  const view = canDraw ? wanted : 'table';
  const named = columns.map(({ name }) => name).filter((name) => name !== '');
  const rowCount = columns[0]?.values.length ?? 0;

  return (
    <>
      <ResultBar extent={tableExtent(table)}>
        {view === 'chart' && canDraw && chart.series.length > 1 && (
          <ColumnChoice
            series={chart.series}
            slots={slots}
            onToggle={(series) => setSlots(toggled(slots, series))}
          />
        )}
        {rowCount > 0 && (
          <Segmented
            label="How the result is shown"
            segments={[
              { id: 'table', label: 'Table' },
              {
                id: 'chart',
                label: 'Chart',
                disabled: !canDraw,
                ...(chart.kind === 'none' ? { title: chart.reason } : {}),
              },
            ]}
            selected={view}
            onSelect={(next: View) => updateLayout(viewSetting, next)}
          />
        )}
        {columns.length > 0 && actions}
      </ResultBar>
      {columns.length === 0 ? (
        <p className={styles.none}>The result is a table without columns.</p>
      ) : rowCount === 0 ? (
        <p className={styles.none}>
          The result is a table without rows.
          {named.length > 0 && ` Its columns are ${named.join(', ')}.`}
        </p>
      ) : view === 'chart' && canDraw ? (
        <ResultChart chart={chart} slots={slots} leads={leads} />
      ) : (
        <ResultTable columns={columns} leads={leads} />
      )}
    </>
  );
}
