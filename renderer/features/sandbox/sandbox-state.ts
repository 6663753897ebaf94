import type { EventPayload } from '../../../shared/contract/events.ts';
import type { ImageStatus, SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import type { Tone } from '../../ui/tone.ts';

type ImageEvent = EventPayload<'image.progressed'>;

/** What is done to the image, as the window saw it. */
export interface ImageWork {
  /** Whose image. */
  readonly language: ImageEvent['language'];
  readonly task: ImageEvent['task'];
  readonly state: 'none' | ImageEvent['state'];
  readonly fraction: number | null;
  readonly step: string;
  /** A build's log. */
  readonly lines: readonly string[];
}

export const noWork: ImageWork = {
  ...{ language: 'javascript', task: 'build', state: 'none', fraction: null, step: '', lines: [] },
};

const keptLines = 1000;

/** The work on this language's image; none while it is the other's turn. */
export function workOn(work: ImageWork, language: ImageWork['language']): ImageWork {
  return work.language === language ? work : noWork;
}

export function workProgressed(work: ImageWork, event: ImageEvent): ImageWork {
  const begins = work.state !== 'under-way' && event.state === 'under-way';
  const before = begins ? [] : work.lines;
  const isLogged = event.task === 'build' && event.line !== '';
  const lines = isLogged ? [...before, event.line].slice(-keptLines) : before;
  const { language, task, state, fraction, step } = event;
  return { language, task, state, fraction, step, lines };
}

export interface Described {
  readonly text: string;
  readonly tone: Tone;
}

/** The engine in two or three words, for the status bar. */
export function describeEngine(status: SandboxStatus): Described {
  const { route, engine } = status;
  if (route === 'docker') {
    // Distributions append their own build's name after a plus sign.
    const version = engine.version.split('+')[0] ?? '';
    return { text: `Docker ${version}`.trim(), tone: 'low' };
  }
  if (route === 'embedded') return { text: 'Embedded sandbox', tone: 'medium' };
  return { text: 'No sandbox', tone: 'critical' };
}

/** Words for each state in which the doctor can find the engine. */
export const engineStates: Record<SandboxStatus['engine']['state'], Described> = {
  ready: { text: 'Ready', tone: 'low' },
  'not-installed': { text: 'Not installed', tone: 'medium' },
  'not-running': { text: 'Not running', tone: 'medium' },
  'no-permission': { text: 'No permission', tone: 'high' },
  hangs: { text: 'Does not answer', tone: 'high' },
  'too-old': { text: 'Too old', tone: 'high' },
  'wrong-architecture': { text: 'Wrong architecture', tone: 'high' },
  'windows-containers': { text: 'Windows containers', tone: 'high' },
  unfit: { text: 'Cannot isolate', tone: 'high' },
  error: { text: 'Error', tone: 'critical' },
};

const underWay = { build: 'Building image', save: 'Saving image', load: 'Loading image' } as const;

export function describeImage(image: ImageStatus, work: ImageWork): Described {
  if (work.state === 'under-way' || image.state === 'building') {
    const task = work.state === 'under-way' ? work.task : 'build';
    const percent = work.fraction === null ? '' : ` ${Math.floor(work.fraction * 100)}%`;
    return { text: `${underWay[task]}${percent}`, tone: 'accent' };
  }
  switch (image.state) {
    case 'ready':
      return { text: 'Image ready', tone: 'low' };
    case 'missing':
      return { text: 'Image not built', tone: 'medium' };
    case 'stale':
      return { text: 'Image outdated', tone: 'medium' };
    default:
      return { text: 'Image unknown', tone: 'neutral' };
  }
}
