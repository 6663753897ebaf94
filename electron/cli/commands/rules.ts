import { rules as allRules } from '../../../shared/validation/rules/index.ts';
import type { Rule } from '../../../shared/validation/rule.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions, usageError } from '../options.ts';
import { jsonText, printable, table, type Terminal } from '../terminal.ts';

/** `rules [ID] [--json]`: what the check looks for; one rule whole, with its examples. */
export function rules(args: string[], terminal: Terminal): number {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
  const [id] = positionals;
  const rule = allRules.find((one) => one.id === id);
  if (id !== undefined && rule === undefined) {
    throw usageError(`There is no rule "${id}"; "rules" lists them.`);
  }
  if (values.json === true) {
    terminal.out(jsonText(rule === undefined ? allRules.map(toJson) : toJson(rule)));
  } else terminal.out(rule === undefined ? describeAll() : describe(rule));
  return exitCodes.done;
}

function toJson({ check: _, ...metadata }: Rule) {
  return metadata;
}

function describeAll(): string {
  return table(
    allRules.map(({ id, family, severity, points, title }) => [
      id,
      family,
      severity,
      points > 0 ? `+${points}` : '',
      title,
    ]),
  );
}

function describe({
  id,
  family,
  severity,
  points,
  title,
  explain,
  fix,
  bad,
  good,
  inPython,
}: Rule): string {
  const scored = points > 0 ? `, +${points} points for each finding` : '';
  const indented = (code: string) => code.replace(/^/gm, '    ');
  return printable(
    [
      `${id}: ${title}`,
      `${family}, ${severity}${scored}`,
      explain,
      fix,
      'Found:',
      ...[...bad, ...(inPython?.bad ?? [])].map(({ code }) => indented(code)),
      'Left alone:',
      ...[...good, ...(inPython?.good ?? [])].map(indented),
    ].join('\n\n'),
  );
}
