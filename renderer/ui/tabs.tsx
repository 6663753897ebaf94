import type { KeyboardEvent, ReactNode } from 'react';
import styles from './tabs.module.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A number beside the label; nothing is shown for 0. */
  readonly count?: number;
}

interface TabsProps<Id extends string> {
  /** Names the list for screen readers, and prefixes the ids of tabs and panels. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** At the row's end. */
  readonly children?: ReactNode;
}

/** A row of tabs; pair it with a `TabPanel` of the same label. Arrow keys move along it. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, tabs, selected, onSelect, children } = props;
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = tabs.findIndex((tab) => tab.id === selected);
    const next = tabs[(from + step + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    document.getElementById(tabId(label, next.id))?.focus();
  };
  return (
    <div className={styles.row}>
      <div role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={tabId(label, tab.id)}
            type="button"
            role="tab"
            aria-selected={tab.id === selected}
            aria-controls={panelId(label)}
            tabIndex={tab.id === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
            {tab.count ? <span className={styles.count}>{tab.count}</span> : null}
          </button>
        ))}
      </div>
      {children && <div className={styles.end}>{children}</div>}
    </div>
  );
}

interface TabPanelProps {
  readonly label: string;
  readonly selected: string;
  readonly children: ReactNode;
}

export function TabPanel({ label, selected, children }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={panelId(label)}
      aria-labelledby={tabId(label, selected)}
      className={styles.panel}
    >
      {children}
    </div>
  );
}

function tabId(label: string, id: string): string {
  return `${panelId(label)}-${id}`;
}

function panelId(label: string): string {
  return `tabs-${label.toLowerCase().replaceAll(/\W+/g, '-')}`;
}
