import type { Endpoint } from './endpoint.ts';

/** What kept an endpoint from being used. */
export type Trouble =
  | 'absent'
  | 'refused'
  | 'denied'
  | 'silent'
  | 'failed'
  | 'unsupported'
  | 'podman'
  | 'windows-containers'
  | 'too-old'
  | 'wrong-architecture'
  | 'no-seccomp'
  | 'missing-limits';

export interface Failure {
  readonly endpoint: Endpoint;
  readonly trouble: Trouble;
  /** The transport's or the engine's own words; may be empty. */
  readonly detail: string;
}
