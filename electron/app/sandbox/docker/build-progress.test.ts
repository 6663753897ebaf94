import { describe, expect, it } from 'vitest';
import { buildError, createBuildReader, type BuildProgress } from './build-progress.ts';

function read(...pieces: string[]): BuildProgress[] {
  const seen: BuildProgress[] = [];
  const reader = createBuildReader((progress) => seen.push(progress));
  for (const piece of pieces) reader.feed(piece);
  reader.end();
  return seen;
}

describe('createBuildReader', () => {
  it('counts steps, also when a message is cut in two', () => {
    expect(
      read('{"stream":"Step 1/4 : FROM base\\n"}\r\n{"str', 'eam":"Step 3/4 : COPY a b\\n"}\n'),
    ).toEqual([
      { fraction: 0, step: 'FROM base', line: 'Step 1/4 : FROM base' },
      { fraction: 0.5, step: 'COPY a b', line: 'Step 3/4 : COPY a b' },
    ]);
  });

  it('understands Podman’s words and a pull’s', () => {
    expect(read('{"stream":"STEP 2/4: RUN x\\n"}\n')[0]?.fraction).toBe(0.25);
    expect(read('{"status":"Downloading","id":"abc"}\n')[0]?.line).toBe('abc: Downloading');
  });

  it('throws the build’s error', () => {
    expect(() => read('{"errorDetail":{},"error":"step failed"}\n')).toThrow('step failed');
    expect(() => read('{"error":"at the end"}')).toThrow('at the end');
  });

  it('passes over what is not a message', () => {
    expect(read('garbage\n{"aux":{"ID":"sha256:1"}}\n\n')).toEqual([]);
  });
});

describe('buildError', () => {
  it('tells a failed pull from a full disk and from a failed step', () => {
    expect(buildError('Get "https://registry/v2/": dial tcp: lookup registry').hint).toContain(
      'local-base',
    );
    expect(buildError('write /x: no space left on device').hint).toContain('disk space');
    expect(buildError('The command returned a non-zero code: 1').hint).toContain('log');
  });

  it('tells packages that could not be fetched, and which base helps', () => {
    const failed = "The command '/bin/sh -c apt-get update' returned a non-zero code: 100";
    expect(buildError(failed, 'stratbox-python-base:local').hint).toContain(
      'tag it stratbox-python-base:local',
    );
    expect(buildError(`${failed}: no space left on device`).hint).toContain('disk space');
  });
});
