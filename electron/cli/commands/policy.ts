import { differencesFromPreset, type PolicyState } from '../../../shared/contract/models/policy.ts';
import { presetNames, type Policy } from '../../../shared/validation/policy.ts';
import { rules } from '../../../shared/validation/rules/index.ts';
import { maximumSourceLength } from '../../../shared/contract/models/validation.ts';
import { withApp, type Call } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { languageOf, readTextFile } from '../files.ts';
import { numberOption, oneOf, readOptions, usageError } from '../options.ts';
import { jsonText, printable, table, type Terminal } from '../terminal.ts';

const actions = ['show', 'set', 'rule', 'reset', 'revoke'] as const;
type Change = (policy: Policy) => Policy;

/**
 * `policy [show] | set PRESET | rule ID --off|--points N|--default | reset | revoke FILE`: the
 * workspace's policy, and what was accepted of a file.
 * Ends with 3 while its file cannot be used, for nothing runs then.
 */
export async function policy(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, {
    off: { type: 'boolean' },
    points: { type: 'string' },
    default: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [name = 'show', target, ...rest] = positionals;
  const action = actions.find((one) => one === name);
  if (action === undefined) throw usageError(`policy has no "${name}"; use ${actions.join(', ')}.`);
  const needsTarget = action !== 'show' && action !== 'reset';
  if (rest.length > 0 || (target !== undefined) !== needsTarget) {
    throw usageError('Use policy show, set PRESET, rule ID, reset or revoke FILE.');
  }
  const override = overrideFrom(values);
  if ((action === 'rule') !== (override !== undefined)) {
    throw usageError('policy rule ID takes exactly one of --off, --points N and --default.');
  }
  return withApp(async (call) => {
    if (action === 'revoke' && target !== undefined) return revoke(call, target, terminal);
    let state = action === 'reset' ? await call('policy.reset', {}) : await call('policy.get', {});
    if (target !== undefined) {
      if (state.problem !== undefined)
        throw usageError(`${state.problem.message} ${state.problem.hint}`);
      const change: Change =
        override === undefined ? presetChange(target, state) : ruleChange(target, override);
      const changed = change(state.policy);
      if (override === undefined && isChanged(state.policy)) {
        terminal.say(`What was changed of the ${state.policy.preset} policy no longer holds.`);
      }
      state = await call('policy.save', { policy: changed, basedOn: state.hash });
    }
    terminal.out(values.json === true ? jsonText(state) : describe(state));
    return state.problem === undefined ? exitCodes.done : exitCodes.blocked;
  });
}

async function revoke(call: Call, file: string, terminal: Terminal): Promise<number> {
  const source = readTextFile(file, maximumSourceLength);
  const { sourceHash, acceptance } = await call('validation.check', {
    source,
    language: languageOf(file),
  });
  await call('review.revoke', { sourceHash });
  terminal.out(
    acceptance === null
      ? `Nothing that counts was accepted of ${file}.`
      : `Taken back: "${printable(acceptance.reason)}". The next run of ${file} asks again.`,
  );
  return exitCodes.done;
}

type Override = Policy['overrides'][string] | 'default';

function overrideFrom(values: {
  off?: boolean;
  points?: string;
  default?: boolean;
}): Override | undefined {
  const given = [values.off, values.points, values.default].filter((value) => value !== undefined);
  if (given.length > 1) throw usageError('Give one of --off, --points N and --default.');
  if (values.off === true) return { off: true };
  if (values.default === true) return 'default';
  const points = numberOption('points', values.points);
  return points === undefined ? undefined : { points };
}

/** The preset as it is: what was changed of another one does not come along. */
function presetChange(name: string, { presets }: PolicyState): Change {
  return () => presets[oneOf('preset', name, presetNames)];
}

function ruleChange(id: string, override: Override): Change {
  if (!rules.some((rule) => rule.id === id)) {
    throw usageError(`There is no rule "${id}"; "rules" lists them.`);
  }
  return (policy) => {
    const { [id]: _, ...others } = policy.overrides;
    return {
      ...policy,
      overrides: override === 'default' ? others : { ...others, [id]: override },
    };
  };
}

function describe({ policy, file, hash, problem }: PolicyState): string {
  const { thresholds, decisions, families, allowedModules } = policy;
  const { medium, high, critical } = thresholds;
  const lines = [
    ...(problem === undefined ? [] : [problem.message, problem.hint, '']),
    `Policy: ${policy.preset}${isChanged(policy) ? ', changed' : ''} (${hash.slice(0, 12)})`,
    `Kept in ${file}`,
    '',
    table([
      ['LOW', `below ${medium}`, decisions.LOW],
      ['MEDIUM', `${medium} to ${high}`, decisions.MEDIUM],
      ['HIGH', `above ${high} to ${critical}`, decisions.HIGH],
      ['CRITICAL', `above ${critical}`, decisions.CRITICAL],
      ...Object.entries(families).map(([family, decision]) => [family, 'any finding', decision]),
    ]),
    '',
    `Modules: ${allowedModules.join(', ')}`,
    ...Object.entries(policy.overrides).map(
      ([id, { off, points }]) => `Rule ${id}: ${off === true ? 'off' : `${points} points`}`,
    ),
  ];
  return printable(lines.join('\n'));
}

function isChanged(policy: Policy): boolean {
  return Object.keys(differencesFromPreset(policy)).length > 1;
}
