import {
  sandboxChoiceLabels,
  type EngineStatus,
  type ImageStatus,
  type SandboxStatistics,
  type SandboxStatus,
} from '../../shared/contract/models/sandbox.ts';
import { printable, table } from './terminal.ts';

/** What the doctor found, as a table, and where it looked. The engine's words are made harmless. */
export function describeSandbox(status: SandboxStatus): string {
  const { engine, image, pythonImage, embedded, statistics, loadedFrom } = status;
  const from = loadedFrom === null ? '' : ` It was loaded from ${loadedFrom.fileName}.`;
  const rows = [
    ['Container engine', engine.state, engine.message],
    ...(engine.details === '' ? [] : [['', '', engine.details]]),
    ...engine.hint.split('\n').flatMap((line) => (line === '' ? [] : [['', 'do', line]])),
    ...engine.warnings.map((warning) => ['', 'beware', warning]),
    ['Sandbox image', image.state, image.message + from],
    ['Python image', pythonImage.state, pythonImage.message],
    ['Embedded sandbox', embedded.state, embedded.message],
    ['Setting', '', sandboxChoiceLabels[status.choice]],
    ['A run goes to', status.route, status.reason],
    ['Last runs', String(statistics.runs), inWords(statistics)],
  ];
  const places = whereItLooked(engine);
  return printable([table(rows), '', 'Where an engine was looked for:', ...places].join('\n'));
}

/** In the order of the search; places where nothing is share a line. */
function whereItLooked({ searched }: EngineStatus): string[] {
  const told = searched.filter(({ state }) => state !== 'absent');
  const absent = searched.filter(({ state }) => state === 'absent');
  return [
    ...told.map(
      ({ address, origin, state, finding }) =>
        `  ${state === 'used' ? '*' : ' '} ${address} (${origin}): ${finding}`,
    ),
    ...(absent.length === 0
      ? []
      : [`    Nothing at ${absent.map(({ address }) => address).join(', ')}`]),
  ];
}

function inWords({ fallbacks, alert, failures, start }: SandboxStatistics): string {
  const failed = failures.map(({ code, count }) => `${count} ${code}`).join(', ');
  const parts = [
    `${fallbacks} fell back to the embedded sandbox${alert ? ', too many' : ''}`,
    failed === '' ? 'no failure' : `failures: ${failed}`,
    ...(start === null ? [] : [`started within ${Math.round(start.p50)} ms (half of them)`]),
  ];
  return `${parts.join('; ')}.`;
}

/** The image in a line. */
export function describeImage({ tag, state, sizeBytes, createdAt, message }: ImageStatus): string {
  const size = sizeBytes === null ? '' : `, ${Math.round(sizeBytes / 1e6)} MB`;
  const built = createdAt === null ? '' : `, built ${new Date(createdAt).toISOString()}`;
  return printable(`${tag}: ${state}${size}${built}. ${message}`);
}
