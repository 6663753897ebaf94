import { commandIds } from '../../../shared/contract/commands.ts';
import { Command as Palette } from 'cmdk';
import { BareDialog } from '../../ui/bare-dialog.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useEditorStore } from '../editor/editor-store.ts';
import { useExplorerStore } from '../explorer/explorer-store.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import styles from './command-palette.module.css';
import { commands, isEnabled } from './commands.ts';
import { usePaletteStore } from './palette-store.ts';
import { printShortcut, shortcutOf } from './shortcuts.ts';

/** Every command, strategy and data set by name. */
export function CommandPalette() {
  const open = usePaletteStore((state) => state.open);
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const close = usePaletteStore((state) => state.close);
  const { strategies, datasets } = useExplorerStore();
  const choose = (act: () => void) => {
    close();
    act();
  };
  return (
    <BareDialog label="Command palette" onClose={close}>
      <Palette
        label="Command palette"
        data-testid="command-palette"
        className={styles.palette}
        loop
      >
        <Palette.Input
          data-autofocus
          placeholder="Type a command, a strategy or a data set"
          className={styles.input}
        />
        <Palette.List className={styles.list}>
          <Palette.Empty className={styles.empty}>Nothing matches.</Palette.Empty>
          <Palette.Group heading="Commands" className={styles.group}>
            {commandIds
              .filter((id) => id !== 'view.palette' && isEnabled(id))
              .map((id) => (
                <Palette.Item
                  key={id}
                  value={`${commands[id].group} ${commands[id].title} ${id}`}
                  className={styles.item}
                  onSelect={() => choose(commands[id].run)}
                >
                  <span className={styles.kind}>{commands[id].group}</span>
                  <span className={styles.title}>{commands[id].title}</span>
                  {printShortcut(shortcutOf(id)) !== '' && (
                    <KeyHint keys={printShortcut(shortcutOf(id))} />
                  )}
                </Palette.Item>
              ))}
          </Palette.Group>
          <Palette.Group heading="Strategies" className={styles.group}>
            {strategies.map(({ id, name, kind }) => (
              <Palette.Item
                key={id}
                value={`open ${name} ${id}`}
                className={styles.item}
                onSelect={() => choose(() => void useEditorStore.getState().open(id))}
              >
                <span className={styles.kind}>{kind === 'example' ? 'Example' : 'Open'}</span>
                <span className={styles.title}>{name}</span>
              </Palette.Item>
            ))}
          </Palette.Group>
          <Palette.Group heading="Data" className={styles.group}>
            {datasets.map(({ id, name }) => (
              <Palette.Item
                key={id}
                value={`use data ${name} ${id}`}
                className={styles.item}
                onSelect={() => choose(() => useSettingsStore.getState().update({ datasetId: id }))}
              >
                <span className={styles.kind}>Use</span>
                <span className={styles.title}>{name}</span>
              </Palette.Item>
            ))}
          </Palette.Group>
        </Palette.List>
      </Palette>
    </BareDialog>
  );
}
