import { Plus } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { isDirty, type OpenDocument } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { useNewStrategyStore } from '../editor/new-strategy/new-strategy-store.ts';
import { printShortcut, shortcutOf } from '../palette/shortcuts.ts';
import styles from './explorer.module.css';
import { useExplorerStore } from './explorer-store.ts';
import { Section } from './section.tsx';
import { StrategyRow } from './strategy-row.tsx';

/** The analyst's own strategies, then the examples. */
export function StrategySections() {
  const strategies = useExplorerStore((state) => state.strategies);
  const documents = useEditorStore((state) => state.documents);
  const ask = useNewStrategyStore((state) => state.ask);
  const saved = strategies.filter(({ kind }) => kind === 'saved');
  const examples = strategies.filter(({ kind }) => kind === 'example');
  return (
    <>
      <Section
        title="Strategies"
        actions={
          <IconButton
            label="New strategy…"
            shortcut={printShortcut(shortcutOf('strategy.new'))}
            onClick={ask}
          >
            <Plus />
          </IconButton>
        }
      >
        {saved.length === 0 && (
          <p className={styles.none}>Nothing saved yet. Change an example and save it.</p>
        )}
        <ul>
          {saved.map((strategy) => (
            <StrategyRow
              key={strategy.id}
              strategy={strategy}
              edited={isEdited(documents, strategy)}
            />
          ))}
        </ul>
      </Section>
      <Section title="Examples">
        <ul>
          {examples.map((strategy) => (
            <StrategyRow
              key={strategy.id}
              strategy={strategy}
              edited={isEdited(documents, strategy)}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}

/** An open strategy knows best; for a closed one the app says whether it left a draft. */
function isEdited(
  documents: readonly OpenDocument[],
  { id, hasDraft }: { readonly id: string; readonly hasDraft: boolean },
): boolean {
  const open = documents.find((document) => document.id === id);
  return open ? isDirty(open) : hasDraft;
}
