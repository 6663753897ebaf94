import { describe, expect, it } from 'vitest';
import type { StratboxBridge } from '../../../../shared/contract/transport.ts';
import { connect } from '../../../api.ts';
import { exportReport } from './export-report.ts';

const runId = '11111111-1111-4111-8111-111111111111';
const files = [{ fileName: 'trades.csv', mediaType: 'text/csv', content: 'a,b\n1,2\n' }];

/** A desktop host whose save dialog answers as told. */
function connectDesktop(answers: Record<string, unknown>): [name: string, input: unknown][] {
  const asked: [string, unknown][] = [];
  const bridge = {
    request: async (name: string, input: unknown) => {
      asked.push([name, input]);
      const value = { 'app.info': { host: 'desktop' }, 'report.export': { files }, ...answers };
      const answer = value[name as keyof typeof value];
      return answer instanceof Error
        ? {
            ok: false,
            error: { code: 'not-found', message: answer.message, hint: 'Run it again.' },
          }
        : { ok: true, value: answer };
    },
    subscribe: () => () => undefined,
  };
  connect(bridge as unknown as StratboxBridge);
  return asked;
}

describe('exportReport on the desktop', () => {
  it('hands the files to the save dialog and says where they went', async () => {
    const asked = connectDesktop({ 'host.saveFiles': { saved: true, paths: ['/a/trades.csv'] } });
    expect(await exportReport(runId, 'csv')).toBe('Saved /a/trades.csv');
    expect(asked).toContainEqual(['report.export', { runId, format: 'csv' }]);
    expect(asked).toContainEqual(['host.saveFiles', { files }]);
  });

  it('says nothing when the dialog was cancelled', async () => {
    connectDesktop({ 'host.saveFiles': { saved: false, paths: [] } });
    expect(await exportReport(runId, 'html')).toBeNull();
  });

  it('passes on why there is no report, and saves nothing', async () => {
    const asked = connectDesktop({ 'report.export': new Error('This run is not kept any more.') });
    await expect(exportReport(runId, 'html')).rejects.toThrow('This run is not kept any more.');
    expect(asked.map(([name]) => name)).not.toContain('host.saveFiles');
  });
});
