import { createHash } from 'node:crypto';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import { assess } from '../../../shared/validation/index.ts';
import type { Language } from '../../../shared/validation/types.ts';

/** SHA-256 of the exact bytes (UTF-8) that are judged and run, in hex. */
export function hashSource(source: string): string {
  return createHash('sha256').update(source, 'utf8').digest('hex');
}

/** Judges a text and ties the judgement to its hash. */
export function judgeSource(source: string, language: Language): SourceAssessment {
  const { findings, ...judgement } = assess(source, language);
  return { ...judgement, sourceHash: hashSource(source), findings: [...findings] };
}
