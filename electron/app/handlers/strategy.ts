import type { EmitEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../dispatch.ts';
import type { Examples } from '../examples.ts';
import { revisionOf } from '../store/revision.ts';
import type { Store } from '../store/open-store.ts';

type StrategyHandlers = Pick<
  Handlers,
  | 'strategy.list'
  | 'strategy.read'
  | 'strategy.save'
  | 'strategy.rename'
  | 'strategy.remove'
  | 'strategy.restore'
  | 'strategy.saveDraft'
>;

/** The library: the analyst's own strategies, then the examples, which are read-only. */
export function createStrategyHandlers(
  { strategies }: Store,
  examples: Examples,
  emit: EmitEvent,
): StrategyHandlers {
  const changed = <Value>(value: Value): Value => {
    emit('strategies.changed', {});
    return value;
  };
  const refuseExample = (id: string) => {
    if (examples.find(id) === undefined) return;
    throw new AppError(
      'conflict',
      'Examples cannot be changed.',
      'Save it under a name of your own first.',
    );
  };
  return {
    'strategy.list': () => {
      const drafts = strategies.drafts.ids();
      const shown = examples.list().map((one) => ({ ...one, hasDraft: drafts.has(one.id) }));
      return [...strategies.list(), ...shown];
    },
    'strategy.read': ({ id }) => {
      const example = examples.find(id);
      const draft = strategies.drafts.read(id);
      if (example !== undefined) {
        const revision = revisionOf({ source: example.source, draft });
        return { ...example, draft, hasDraft: draft !== null, revision };
      }
      const saved = strategies.read(id);
      if (saved !== undefined) return saved;
      throw new AppError(
        'not-found',
        'This strategy is not in the library any more.',
        'Choose another one in the explorer.',
      );
    },
    'strategy.save': (strategy) => {
      if (strategy.id !== undefined) refuseExample(strategy.id);
      return changed(strategies.save(strategy));
    },
    'strategy.rename': ({ id, name }) => {
      refuseExample(id);
      return changed(strategies.rename(id, name));
    },
    'strategy.remove': ({ id }) => {
      refuseExample(id);
      strategies.remove(id);
      return changed({ ok: true as const });
    },
    'strategy.restore': ({ id }) => changed(strategies.restore(id)),
    'strategy.saveDraft': ({ id, source, revision }) => {
      const savedText = examples.find(id)?.source;
      return { ok: true, revision: strategies.saveDraft(id, source, { revision, savedText }) };
    },
  };
}
