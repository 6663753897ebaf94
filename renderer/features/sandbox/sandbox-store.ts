import { create } from 'zustand';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/calls.ts';
import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { SandboxChoice } from '../../../shared/contract/models/run.ts';
import type { SavedImage, SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import type { Language } from '../../../shared/validation/types.ts';
import { asAppError, call, onEvent } from '../../api.ts';
import { showDone, showError } from '../../ui/toast.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import { languageNames } from '../../lib/language-names.ts';
import { noWork, workProgressed, type ImageWork } from './sandbox-state.ts';

interface SandboxStore {
  readonly open: boolean;
  readonly status: SandboxStatus | null;
  readonly checking: boolean;
  readonly failure: AppErrorShape | null;
  readonly work: ImageWork;
  /** The file that was saved last, until something else is done to the image. */
  readonly saved: SavedImage | null;
  /** Why the last save or load did not come to an end; shown beside its form. */
  readonly workFailure: AppErrorShape | null;
  readonly show: () => void;
  readonly hide: () => void;
  readonly refresh: () => Promise<void>;
  /** Where the analyst lets runs go, from now on. */
  readonly choose: (choice: SandboxChoice) => Promise<void>;
  readonly buildImage: (language: Language) => Promise<void>;
  /** `path` where the host has no dialog of its own. */
  readonly saveImage: (language: Language, path?: string) => Promise<void>;
  /** Resolves to true when the image was loaded. */
  readonly loadImage: (language: Language, code: string, path?: string) => Promise<boolean>;
  readonly cancelWork: () => Promise<void>;
  readonly removeImage: (language: Language) => Promise<void>;
}

export const useSandboxStore = create<SandboxStore>()((set, get) => ({
  open: false,
  status: null,
  checking: false,
  failure: null,
  work: noWork,
  saved: null,
  workFailure: null,

  show() {
    set({ open: true, saved: null, workFailure: null });
    void get().refresh();
  },
  hide: () => set({ open: false }),

  async refresh() {
    set({ checking: true });
    try {
      set({ status: await call('sandbox.status', {}), failure: null });
    } catch (error) {
      set({ failure: asAppError(error).toShape() });
    }
    set({ checking: false });
  },

  async choose(choice) {
    useSettingsStore.getState().choose('sandbox', { sandbox: choice });
    try {
      // The store saves after a pause; the route shown here is the one of now.
      await call('preferences.update', { sandbox: choice });
    } catch (error) {
      showError(asAppError(error));
    }
    await get().refresh();
  },

  async buildImage(language) {
    set({ work: { ...noWork, language, state: 'under-way', step: 'Starting' } });
    const { failure } = await carryOut('image.build', { language });
    if (failure) showError(failure);
    else if (get().work.state !== 'cancelled') say(language, 'is ready');
    await get().refresh();
  },

  async saveImage(language, path) {
    const { value, failure } = await carryOut('image.save', {
      language,
      ...(path === undefined ? {} : { path }),
    });
    set({ saved: value?.saved ?? null, workFailure: failure?.toShape() ?? null });
    await get().refresh();
  },

  async loadImage(language, code, path) {
    const { value, failure } = await carryOut('image.load', {
      language,
      code,
      ...(path === undefined ? {} : { path }),
    });
    set({ workFailure: failure?.toShape() ?? null });
    if (value?.image) say(language, 'was loaded');
    await get().refresh();
    return Boolean(value?.image);
  },

  async cancelWork() {
    try {
      await call('image.cancel', {});
    } catch (error) {
      showError(asAppError(error));
    }
  },

  async removeImage(language) {
    const { failure } = await carryOut('image.remove', { language });
    if (failure) showError(failure);
    else say(language, 'was removed');
    await get().refresh();
  },
}));

interface WorkEnd<Name extends CallName> {
  readonly value?: CallOutput<Name>;
  readonly failure?: ReturnType<typeof asAppError>;
}

function say(language: Language, end: string): void {
  showDone(`The image for ${languageNames[language]} ${end}.`);
}

type ImageCall = 'image.build' | 'image.save' | 'image.load' | 'image.remove';

/** One call about an image, to its end; what was cancelled has neither a value nor a failure. */
async function carryOut<Name extends ImageCall>(
  name: Name,
  input: CallInput<Name> & { readonly language: Language },
): Promise<WorkEnd<Name>> {
  useSandboxStore.setState(({ work }) => ({
    ...{ saved: null, workFailure: null },
    work: { ...work, language: input.language },
  }));
  const ended = (state: ImageWork['state']) =>
    useSandboxStore.setState(({ work: before }) => ({ work: { ...before, state } }));
  try {
    const value = await call(name, input);
    ended('done');
    return { value };
  } catch (error) {
    const failure = asAppError(error);
    const isCancelled = failure.code === 'cancelled';
    ended(isCancelled ? 'cancelled' : 'failed');
    return isCancelled ? {} : { failure };
  }
}

onEvent('image.progressed', (event) => {
  useSandboxStore.setState(({ work: before }) => ({ work: workProgressed(before, event) }));
  if (event.state !== 'under-way') void useSandboxStore.getState().refresh();
});

/** A run builds the image when it is missing; its build is told as a stage of the run. */
let runBuilds = false;
onEvent('run.progressed', ({ stage }) => {
  const built = runBuilds && stage !== 'building-image';
  runBuilds = stage === 'building-image';
  if (built) void useSandboxStore.getState().refresh();
});
onEvent('run.finished', () => {
  runBuilds = false;
  void useSandboxStore.getState().refresh();
});
