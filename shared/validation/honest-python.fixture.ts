import { readSamples } from './corpus/read-samples.fixture.ts';

/** An honest Python text of so many lines: whole strategies one after the other, each with its own names. */
export function honestPython(lines: number): string {
  const strategies = readSamples('innocent', 'python').filter(({ name }) =>
    /^(?:positions|handlers|strategies)\.txt: /.test(name),
  );
  const parts: string[] = [];
  for (let index = 0, count = 0; count < lines; index += 1) {
    const code = strategies[index % strategies.length]?.code ?? '';
    const names = [...code.matchAll(/^(?:class|def) (\w+)/gm)].map(([, name = '']) => name);
    const own = names.filter((name) => name !== 'positions');
    const named = own.reduce(
      (text, name) => text.replace(new RegExp(`\\b${name}\\b`, 'g'), `${name}_${index}`),
      code,
    );
    parts.push(named);
    count += named.split('\n').length - 1;
  }
  return parts.join('').split('\n').slice(0, lines).join('\n');
}
