/** Where the workbench is opened. `reason` is one line for the person, empty if it was their choice. */
export type HostChoice =
  | { readonly host: 'desktop'; readonly program: string }
  | { readonly host: 'web'; readonly reason: string };

/** What `chooseHost` has to know; the slow questions are asked only when it comes to them. */
export interface Surroundings {
  readonly webWanted: boolean;
  readonly hasDisplay: boolean;
  /** Chromium's own sandbox does not work for root, and without it no page is shown. */
  readonly isLinuxRoot: boolean;
  findRuntime(): string | undefined;
  canDownload(): Promise<boolean>;
  download(): Promise<string | undefined>;
}

export const inBrowserInstead = 'opening Stratbox in the browser instead.';
const noRuntime = `The Electron runtime is not here and cannot be downloaded; ${inBrowserInstead}`;
const noDisplay = `There is no display for the desktop window; ${inBrowserInstead}`;
const noRoot = `The desktop window does not open for root; ${inBrowserInstead}`;

/** The desktop window wherever it can be opened, otherwise web mode and why. */
export async function chooseHost(surroundings: Surroundings): Promise<HostChoice> {
  const { webWanted, hasDisplay, isLinuxRoot } = surroundings;
  if (webWanted) return { host: 'web', reason: '' };
  const found = surroundings.findRuntime();
  if (found === undefined && !(await surroundings.canDownload())) {
    return { host: 'web', reason: noRuntime };
  }
  if (!hasDisplay) return { host: 'web', reason: noDisplay };
  if (isLinuxRoot) return { host: 'web', reason: noRoot };
  const program = found ?? (await surroundings.download());
  return program === undefined ? { host: 'web', reason: noRuntime } : { host: 'desktop', program };
}
