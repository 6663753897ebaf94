import { Command } from 'cmdk';
import { BareDialog } from '../../../ui/bare-dialog.tsx';
import list from '../../palette/command-palette.module.css';
import { useEditorStore } from '../editor-store.ts';
import { useNewStrategyStore } from './new-strategy-store.ts';
import styles from './new-strategy-picker.module.css';
import { strategyTemplates, type StrategyTemplate } from './templates.ts';

/** What a new strategy begins with: the first is a keystroke away, the others a few letters. */
export function NewStrategyPicker() {
  const open = useNewStrategyStore((state) => state.open);
  return open ? <OpenPicker /> : null;
}

function OpenPicker() {
  const close = useNewStrategyStore((state) => state.close);
  const choose = ({ id, title, source, language }: StrategyTemplate) => {
    close();
    const name = id === 'strategy-javascript' ? 'New strategy' : `New ${title}`;
    void useEditorStore.getState().create(name, source, language);
  };
  return (
    <BareDialog label="New strategy" onClose={close}>
      <Command label="New strategy" data-testid="new-strategy" className={list.palette} loop>
        <Command.Input
          data-autofocus
          placeholder="What should the new strategy begin with?"
          className={list.input}
        />
        <Command.List className={list.list}>
          <Command.Empty className={list.empty}>Nothing matches.</Command.Empty>
          {strategyTemplates.map((template) => (
            <Command.Item
              key={template.id}
              value={`${template.title} ${template.style}`}
              className={`${list.item} ${styles.item}`}
              onSelect={() => choose(template)}
            >
              <span className={styles.title}>{template.title}</span>
              <span className={styles.style}>{template.style}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </BareDialog>
  );
}
