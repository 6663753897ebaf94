import type { EventPayload } from '../../../shared/contract/events.ts';
import type { SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import type { Tone } from '../../ui/tone.ts';

type BuildEvent = EventPayload<'image.progressed'>;

/** The image's build as the window saw it. */
export interface BuildState {
  readonly state: 'none' | BuildEvent['state'];
  readonly fraction: number | null;
  readonly step: string;
  readonly lines: readonly string[];
}

export const noBuild: BuildState = { state: 'none', fraction: null, step: '', lines: [] };

const keptLines = 1000;

export function buildProgressed(build: BuildState, event: BuildEvent): BuildState {
  const begins = build.state !== 'building' && event.state === 'building';
  const before = begins ? [] : build.lines;
  const lines = event.line === '' ? before : [...before, event.line].slice(-keptLines);
  return { state: event.state, fraction: event.fraction, step: event.step, lines };
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

export function describeImage({ image }: SandboxStatus, build: BuildState): Described {
  if (build.state === 'building' || image.state === 'building') {
    const percent = build.fraction === null ? '' : ` ${Math.floor(build.fraction * 100)}%`;
    return { text: `Building image${percent}`, tone: 'accent' };
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
