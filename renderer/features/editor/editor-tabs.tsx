import { X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { classNames } from '../../ui/class-names.ts';
import styles from './editor-tabs.module.css';
import { isDirty, type OpenDocument } from './editor-state.ts';
import { useEditorStore } from './editor-store.ts';

const languageNames = { javascript: 'JS', python: 'PY' } as const;

/** The open strategies. Arrow keys move along them, Delete and the middle button close one. */
export function EditorTabs() {
  const { documents, activeId, activate, close } = useEditorStore();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = list.current;
    if (!row) return;
    const reveal = () => {
      const tab = row.querySelector('[aria-selected="true"]')?.parentElement;
      tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    // The row gets narrower when the window does, and while a run shows its progress beside it.
    const watch = new ResizeObserver(reveal);
    watch.observe(row);
    reveal();
    return () => watch.disconnect();
  }, [activeId, documents.length]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = documents.findIndex(({ id }) => id === activeId);
    if (event.key === 'Delete' && activeId !== null) close(activeId);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : documents[at + step];
    if (!next) return;
    event.preventDefault();
    activate(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at + (step ?? 0)]?.focus();
  };

  return (
    <div
      ref={list}
      role="tablist"
      aria-label="Open strategies"
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {documents.map((document) => (
        <EditorTab
          key={document.id}
          document={document}
          active={document.id === activeId}
          onActivate={() => activate(document.id)}
          onClose={() => close(document.id)}
        />
      ))}
    </div>
  );
}

interface EditorTabProps {
  readonly document: OpenDocument;
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onClose: () => void;
}

function EditorTab({ document, active, onActivate, onClose }: EditorTabProps) {
  const { name, language, kind } = document;
  const dirty = isDirty(document);
  const states = [kind === 'example' ? 'example' : '', dirty ? 'edited' : ''].filter(Boolean);
  return (
    <div
      role="presentation"
      className={classNames(styles.tab, active && styles.active)}
      onAuxClick={(event) => event.button === 1 && onClose()}
    >
      <button
        type="button"
        role="tab"
        aria-selected={active}
        tabIndex={active ? 0 : -1}
        aria-keyshortcuts="Delete"
        title={[name, ...states].join(' · ')}
        className={styles.title}
        onClick={onActivate}
      >
        <span className={styles.language} aria-hidden="true">
          {languageNames[language]}
        </span>
        <span className={styles.name}>{name}</span>
        {states.length > 0 && <span className="visually-hidden">({states.join(', ')})</span>}
      </button>
      <button
        type="button"
        // For the mouse; a list of tabs may hold tabs only, and Delete closes them from the keyboard.
        tabIndex={-1}
        aria-hidden="true"
        title={`Close ${name}`}
        className={classNames(styles.close, dirty && styles.dirty)}
        onClick={onClose}
      >
        <X />
      </button>
    </div>
  );
}
