import { z } from 'zod';
import {
  families,
  languages,
  policyDecisions,
  riskLevels,
  severities,
} from '../../validation/types.ts';

/** The largest source text any call takes, in characters. */
export const maximumSourceLength = 1_000_000;

export const languageSchema = z.enum(languages);
export const sourceSchema = z.string().max(maximumSourceLength);

const place = {
  line: z.number().int(),
  column: z.number().int(),
  endLine: z.number().int(),
  endColumn: z.number().int(),
};

export const findingSchema = z.object({
  ruleId: z.string(),
  family: z.enum(families),
  severity: z.enum(severities),
  points: z.number(),
  message: z.string(),
  fix: z.string(),
  ...place,
  /** Absent where no change is known to be safe. */
  quickFix: z
    .object({
      title: z.string(),
      edits: z.array(z.object({ ...place, text: z.string() })).readonly(),
    })
    .optional(),
});

export const assessmentSchema = z.object({
  language: languageSchema,
  /** SHA-256 of the exact text that was judged, in hex. */
  sourceHash: z.string(),
  riskScore: z.number(),
  riskLevel: z.enum(riskLevels),
  decision: z.enum(policyDecisions),
  findings: z.array(findingSchema),
});
export type SourceAssessment = z.infer<typeof assessmentSchema>;
