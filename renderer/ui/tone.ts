import type { RiskLevel, Severity } from '../../shared/validation/types.ts';

/** The meanings that a colour may carry. */
export type Tone = 'neutral' | 'accent' | 'low' | 'medium' | 'high' | 'critical';

const levelTones: Record<RiskLevel, Tone> = {
  LOW: 'low',
  MEDIUM: 'medium',
  HIGH: 'high',
  CRITICAL: 'critical',
};

export function toneOfLevel(level: RiskLevel): Tone {
  return levelTones[level];
}

const severityTones: Record<Severity, Tone> = {
  error: 'critical',
  warning: 'medium',
  info: 'accent',
};

export function toneOfSeverity(severity: Severity): Tone {
  return severityTones[severity];
}
