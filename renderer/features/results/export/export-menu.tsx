import { ChevronDown, Download } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { reportFormats, type ReportFormat } from '../../../../shared/contract/models/report.ts';
import { asAppError } from '../../../api.ts';
import { Button } from '../../../ui/button.tsx';
import { showDone, showError } from '../../../ui/toast.ts';
import styles from './export-menu.module.css';
import { exportReport } from './export-report.ts';

const choices: Record<ReportFormat, { readonly name: string; readonly says: string }> = {
  html: { name: 'HTML report', says: 'One file to read, print or send' },
  csv: { name: 'CSV tables', says: 'Trades and equity for a spreadsheet' },
  json: { name: 'JSON', says: 'The whole result for other programs' },
};

/** The button that hands a result on, with its menu of formats. */
export function ExportMenu({ runId }: { readonly runId: string }) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  const choose = async (format: ReportFormat) => {
    setOpen(false);
    button.current?.focus();
    setBusy(true);
    try {
      const said = await exportReport(runId, format);
      if (said !== null) showDone(said);
    } catch (error) {
      showError(asAppError(error));
    } finally {
      setBusy(false);
    }
  };

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    }
    if (event.key === 'Tab') setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  };

  return (
    <div ref={root} className={styles.root}>
      <Button
        ref={button}
        data-testid="export-button"
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={busy}
        onClick={() => setOpen(!open)}
      >
        <Download aria-hidden />
        {busy ? 'Exporting…' : 'Export report'}
        <ChevronDown aria-hidden />
      </Button>
      {open && (
        <div role="menu" aria-label="Export report as" className={styles.menu} onKeyDown={move}>
          {reportFormats.map((format) => (
            <button
              key={format}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              data-testid={`export-${format}`}
              onClick={() => void choose(format)}
            >
              <span>{choices[format].name}</span>
              <span className={styles.says}>{choices[format].says}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
