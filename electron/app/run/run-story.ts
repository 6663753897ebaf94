import type {
  Badge,
  Badges,
  LogLine,
  RunError,
  RunRequest,
  RunStatus,
  Timings,
} from '../../../shared/contract/models/run.ts';
import type { ScriptResult } from '../../../shared/contract/models/script-result.ts';
import type { ResourceUse } from '../../../shared/contract/models/resources.ts';
import type { SandboxUsed } from '../../../shared/contract/models/sandbox.ts';
import type {
  RecordedAcceptance,
  SourceAssessment,
} from '../../../shared/contract/models/validation.ts';
import type { EndedRun } from './build-record.ts';
import type { RunMarket } from './load-market.ts';
import type { Verification } from './verify.ts';

const notReached: Badge = { state: 'unknown', detail: 'The run ended before this was tested.' };

/** What is known of a run so far: filled in as it goes, turned into an EndedRun when it ends. */
export class RunStory {
  sandbox: SandboxUsed = { kind: 'none', reason: 'No sandbox was started.' };
  log: readonly LogLine[] = [];
  verification: Verification | null = null;
  decisionCount = 0;
  /** What the sandbox took; null until the strategy has been given to one. */
  resources: ResourceUse | null = null;
  /** What let it run where the policy alone would not. */
  acceptance: RecordedAcceptance | undefined;
  plots: ReadonlyMap<string, Float64Array> = new Map();
  scriptResult: ScriptResult | null = null;
  extractionError: string | null = null;
  readonly request: RunRequest;
  readonly badges: Badges = {
    validated: notReached,
    isolated: notReached,
    verified: notReached,
    noLookAhead: notReached,
    reproducible: notReached,
  };
  readonly #data: RunMarket;
  readonly assessment: SourceAssessment;
  readonly #startedAt = Date.now();
  readonly #started = performance.now();
  #lapStarted = this.#started;
  readonly #laps = { validate: 0, prepare: 0, execute: 0, replay: 0 };
  #status: RunStatus = 'done';
  #error: RunError | null = null;

  constructor(request: RunRequest, data: RunMarket, assessment: SourceAssessment) {
    this.request = request;
    this.#data = data;
    this.assessment = assessment;
  }

  /** Ends a measured stretch: the time since the last one belongs to `name`. */
  lap(name: keyof Omit<Timings, 'total'>): void {
    const now = performance.now();
    this.#laps[name] = now - this.#lapStarted;
    this.#lapStarted = now;
  }

  end(status: RunStatus, error: RunError | null): this {
    this.#status = status;
    this.#error = error;
    return this;
  }

  cancel(): this {
    return this.end('cancelled', {
      code: 'cancelled',
      message: 'You cancelled this run.',
      hint: 'Its sandbox is gone; run again whenever you like.',
    });
  }

  ended(): EndedRun {
    return {
      request: this.request,
      startedAt: this.#startedAt,
      status: this.#status,
      error: this.#error,
      assessment: this.assessment,
      acceptance: this.acceptance,
      data: this.#data,
      sandbox: this.sandbox,
      badges: this.badges,
      log: this.log,
      verification: this.verification,
      decisionCount: this.decisionCount,
      plots: this.plots,
      scriptResult: this.scriptResult,
      extractionError: this.extractionError,
      resources: this.resources,
      timings: { ...this.#laps, total: performance.now() - this.#started },
    };
  }
}
