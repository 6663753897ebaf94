import { homedir } from 'node:os';
import path from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { EmitEvent, EventPayload } from '../../../shared/contract/events.ts';
import type { Language } from '../../../shared/validation/types.ts';
import type { Handlers } from '../dispatch.ts';
import type { DockerSandbox } from '../sandbox/docker/index.ts';
import type { AuditLog } from '../store/audit.ts';

/** A host's own way to ask a person for the file; undefined when none was chosen. */
export interface ImageFileDialogs {
  /** Asks before it lets a file be replaced. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | undefined>;
  readonly chooseSource: () => Promise<string | undefined>;
}

interface ImageServices {
  readonly docker: Pick<DockerSandbox, 'image' | 'pythonImage'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly emit: EmitEvent;
  readonly dialogs: ImageFileDialogs | undefined;
}

type ImageHandlers = Pick<
  Handlers,
  'image.build' | 'image.save' | 'image.load' | 'image.cancel' | 'image.remove'
>;
type Task = EventPayload<'image.progressed'>['task'];
type Tell = (progress: { fraction: number; step: string; line?: string }) => void;

/** The sandbox image's life: one thing at a time, told as it goes, and it can be cancelled. */
export function createImageHandlers({
  docker,
  audit,
  emit,
  dialogs,
}: ImageServices): ImageHandlers {
  let underWay: AbortController | undefined;
  const imageOf = (language: Language) =>
    language === 'python' ? docker.pythonImage : docker.image;

  const refuseWhileBusy = () => {
    if (underWay === undefined) return;
    throw new AppError(
      'conflict',
      'The sandbox image is being worked on already.',
      'Wait for it, or cancel it.',
    );
  };
  const aloud = async <T>(
    task: Task,
    language: Language,
    work: (signal: AbortSignal, tell: Tell) => Promise<T>,
  ) => {
    refuseWhileBusy();
    const { signal } = (underWay = new AbortController());
    const of = { task, language };
    try {
      const result = await work(signal, tellSteps(of, emit));
      emit('image.progressed', { ...of, fraction: 1, step: 'Done', line: '', state: 'done' });
      return result;
    } catch (error) {
      const line = error instanceof Error ? error.message : String(error);
      const state = signal.aborted ? 'cancelled' : 'failed';
      emit('image.progressed', { ...of, fraction: null, step: 'Ended', line, state });
      throw error;
    } finally {
      underWay = undefined;
    }
  };

  return {
    'image.build': ({ language = 'javascript' }) =>
      aloud('build', language, async (signal, tell) => {
        const image = await imageOf(language).build({ signal, onProgress: tell });
        audit.append('image.built', { imageId: image.id });
        return image;
      }),

    'image.save': async ({ language = 'javascript', path: given }) => {
      const target = await targetFile(imageOf(language), given);
      if (target === undefined) return { saved: null };
      return aloud('save', language, async (signal, tell) => {
        const { sha256, ...saved } = await imageOf(language).save({
          ...target,
          signal,
          onProgress: (fraction) => tell({ fraction, step: 'Writing the file' }),
        });
        audit.append('image.saved', { fileName: path.basename(target.path), sha256 });
        return { saved: { path: target.path, ...saved } };
      });
    },

    'image.load': async ({ language = 'javascript', path: given, code }) => {
      const source = dialogs ? await dialogs.chooseSource() : namedFile(given);
      if (source === undefined) return { image: null };
      return aloud('load', language, async (signal, tell) => {
        const image = await imageOf(language).load({
          ...{ path: source, code, signal },
          onProgress: (fraction) =>
            tell({
              fraction,
              step: fraction < 0.5 ? 'Checking the file' : 'Handing it to the engine',
            }),
        });
        audit.append('image.loaded', {
          ...{ fileName: path.basename(source), code: code.trim(), imageId: image.id },
        });
        return { image };
      });
    },

    'image.cancel': () => {
      underWay?.abort();
      return { ok: true };
    },

    'image.remove': async ({ language = 'javascript' }) => {
      refuseWhileBusy();
      const image = imageOf(language);
      await image.remove();
      audit.append('image.removed', {});
      return image.status();
    },
  };

  /** A person who chose a file in the host's dialog was asked about replacing it; a typed path was not. */
  async function targetFile(image: DockerSandbox['image'], given: string | undefined) {
    const { tag } = await image.status();
    const [name = '', version = 'unknown'] = tag.split(':');
    const kind = name.endsWith('-python') ? 'python-image' : 'image';
    const suggestedName = `stratbox-${kind}-${version}.tar`;
    if (dialogs) {
      const chosen = await dialogs.chooseTarget(suggestedName);
      return chosen === undefined ? undefined : { path: chosen, replace: true };
    }
    const file = namedFile(given);
    if (path.extname(file) === '.tar') return { path: file, replace: false };
    throw new AppError('bad-input', `"${file}" does not end with .tar.`, `Try ${suggestedName}.`);
  }
}

/** A typed path; one that is not absolute begins in the home folder. */
function namedFile(given: string | undefined): string {
  if (given !== undefined) return path.resolve(homedir(), given.replace(/^~[/\\]/, ''));
  throw new AppError('bad-input', 'No file was named.', 'Type the path of a file.');
}

/** Tells every line, and of what has none each whole percent once. */
function tellSteps(of: { task: Task; language: Language }, emit: EmitEvent): Tell {
  let told = '';
  return ({ fraction, step, line = '' }) => {
    const key = `${Math.floor(fraction * 100)} ${step}`;
    if (line === '' && key === told) return;
    told = key;
    emit('image.progressed', { ...of, fraction, step, line, state: 'under-way' });
  };
}
