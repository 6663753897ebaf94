import { FileCode2, GraduationCap, Pencil, Trash2 } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import type { StrategySummary } from '../../../shared/contract/models/workspace.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEditorStore } from '../editor/editor-store.ts';
import { useExplorerStore } from './explorer-store.ts';
import { Row } from './row.tsx';
import styles from './row.module.css';

interface StrategyRowProps {
  readonly strategy: StrategySummary;
  readonly edited: boolean;
}

/** A strategy of one's own can be renamed (F2) and deleted (Delete); an example cannot. */
export function StrategyRow({ strategy, edited }: StrategyRowProps) {
  const { id, name, kind, description } = strategy;
  const current = useEditorStore((state) => state.activeId === id);
  const open = useEditorStore((state) => state.open);
  const { renamingId, startRenaming, removeStrategy } = useExplorerStore();
  const isExample = kind === 'example';
  if (renamingId === id) return <RenamedRow strategy={strategy} />;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2') startRenaming(id);
    if (event.key === 'Delete') void removeStrategy(strategy);
  };
  return (
    <Row
      icon={isExample ? <GraduationCap aria-hidden="true" /> : <FileCode2 aria-hidden="true" />}
      name={name}
      tooltip={description ? `${name}: ${description}` : name}
      current={current}
      edited={edited}
      onOpen={() => void open(id)}
      {...(isExample ? {} : { onKeyDown })}
      actions={
        isExample ? undefined : (
          <>
            <IconButton label={`Rename ${name}`} shortcut="F2" onClick={() => startRenaming(id)}>
              <Pencil />
            </IconButton>
            <IconButton
              label={`Delete ${name}`}
              shortcut="Del"
              onClick={() => void removeStrategy(strategy)}
            >
              <Trash2 />
            </IconButton>
          </>
        )
      }
    />
  );
}

function RenamedRow({ strategy: { id, name } }: { readonly strategy: StrategySummary }) {
  const startRenaming = useExplorerStore((state) => state.startRenaming);
  const rename = useEditorStore((state) => state.rename);
  const ended = useRef(false);
  const end = (text: string | null) => {
    if (ended.current) return;
    ended.current = true;
    startRenaming(null);
    const wanted = text?.trim() ?? '';
    if (wanted !== '' && wanted !== name) void rename(id, wanted);
  };
  return (
    <li className={styles.editing}>
      <FileCode2 aria-hidden="true" />
      <input
        autoFocus
        aria-label="New name"
        defaultValue={name}
        maxLength={120}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        onBlur={(event) => end(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') end(event.currentTarget.value);
          if (event.key === 'Escape') {
            event.preventDefault();
            end(null);
          }
        }}
      />
    </li>
  );
}
