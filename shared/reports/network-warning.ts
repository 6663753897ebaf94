import type { RunRecord } from '../contract/models/run.ts';

/** What has to stand beside every figure of a run that had a network; undefined for one that had none. */
export function networkWarning({
  manifest,
  sandbox,
}: Pick<RunRecord, 'manifest' | 'sandbox'>): { title: string; text: string } | undefined {
  if (manifest.limits.network === 'none' || sandbox.kind === 'none') return undefined;
  return {
    title: 'Ran with network: not isolated, not reproducible',
    text: 'The run settings let this run reach the network. Its decisions may depend on what it fetched, which no hash in the manifest covers, and what it knew could leave the sandbox.',
  };
}
