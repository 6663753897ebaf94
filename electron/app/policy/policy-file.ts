import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  differencesFromPreset,
  policyFileSchema,
  type PolicyFileProblem,
} from '../../../shared/contract/models/policy.ts';
import { presets, type Policy } from '../../../shared/validation/policy.ts';
import { writeSynced } from '../datasets/write-synced.ts';
import { jsonErrorLine } from './json-error-line.ts';
import { readJsonFields } from './json-fields.ts';

export const policyFileName = 'policy.json';

/** What the file says. Where it cannot be used, the policy is the strict one and nothing may run. */
export interface PolicyFileContent {
  readonly policy: Policy;
  readonly problem: PolicyFileProblem | undefined;
  /** SHA-256 of what is in force: of the policy, or of the text that cannot be used. */
  readonly hash: string;
}

const largestBytes = 100_000;

/** What is in force without a file. */
export const withoutFile = usable(presets.standard);

/** Reads the policy file; never throws. */
export function readPolicyFile(file: string): PolicyFileContent {
  let text: string;
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return withoutFile;
    if (!stats.isFile()) return unusable('', { message: 'this is not a file' });
    if (stats.size > largestBytes) {
      return unusable(`${stats.size}`, {
        message: `the file is larger than ${largestBytes} bytes`,
      });
    }
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unusable('', { message: `it cannot be read: ${message}` });
  }
  return parsePolicy(text);
}

/**
 * Writes what differs from the preset, so that the file shows what somebody decided; whole or not at
 * all. `announce` is called when nothing but putting the file in place is left to do.
 */
export function writePolicyFile(file: string, policy: Policy, announce: () => void): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomUUID()}`;
  const text = `${JSON.stringify(differencesFromPreset(policy), null, 2)}\n`;
  try {
    writeSynced(temporary, Buffer.from(text));
    announce();
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Copies a file that cannot be used, so that what somebody wrote is not lost with the next change. */
export function keepDamagedFile(file: string): void {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) {
    copyFileSync(file, `${file}.damaged-${stamp}`);
  }
}

function parsePolicy(text: string): PolicyFileContent {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unusable(text, { message: `it is not JSON: ${message}`, line: jsonErrorLine(text) });
  }
  const fields = readJsonFields(text);
  const [twice] = fields.duplicates;
  if (twice !== undefined) {
    const field = twice.path.join('.');
    return unusable(text, { message: `${field} is there twice`, field, line: twice.line });
  }
  const parsed = policyFileSchema.safeParse(value);
  if (parsed.success) return usable(parsed.data);
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].map(String);
  const field = path.join('.');
  const said = issue?.message ?? 'unreadable';
  const message = said.includes(path.at(-1) ?? '') ? said : `${field}: ${said}`;
  return unusable(text, {
    message: message.replace(/\.$/, ''),
    line: fields.lineOf(path),
    ...(field === '' ? {} : { field }),
  });
}

export function usable(policy: Policy): PolicyFileContent {
  return { policy, problem: undefined, hash: sha256(canonicalJson(policy)) };
}

function unusable(text: string, problem: Omit<PolicyFileProblem, 'hint'>): PolicyFileContent {
  const at = problem.line === undefined ? '' : `, line ${problem.line}`;
  return {
    policy: presets.strict,
    problem: {
      ...problem,
      message: `The workspace's policy cannot be used (${policyFileName}${at}): ${problem.message}. Nothing runs until it can.`,
      hint: `Correct ${policyFileName}, or go back to the standard policy: "stratbox policy reset", or "Reset to standard" under Rules and policy.`,
    },
    hash: sha256(`unusable ${problem.message}\n${text}`),
  };
}

/** Equal values, equal text: names in order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
