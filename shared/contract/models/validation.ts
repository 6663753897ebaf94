import { z } from 'zod';
import {
  families,
  languages,
  maximumSourceLength,
  policyDecisions,
  riskLevels,
  severities,
} from '../../validation/types.ts';
import { policyReferenceSchema } from './policy.ts';

export { maximumSourceLength };

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
  /** Null in records from before workspaces had policies. */
  policy: policyReferenceSchema.nullable().default(null),
});
export type SourceAssessment = z.infer<typeof assessmentSchema>;

/** A person's word that they read these findings of exactly this text and accept them. */
export const acceptanceSchema = z.object({
  /** SHA-256 of the text, in hex. */
  sourceHash: z.string().length(64),
  reason: z.string().trim().min(3).max(500),
  /** Of the policy under which the findings were shown. */
  policyHash: z.string().length(64),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

const acceptedFindingSchema = findingSchema.pick({
  ruleId: true,
  points: true,
  line: true,
  column: true,
  endLine: true,
  endColumn: true,
});

/** An acceptance as it is kept. The first version kept only hash and reason. */
export const recordedAcceptanceSchema = acceptanceSchema.extend({
  policyHash: z.string().default(''),
  acceptedAt: z.number().nullable().default(null),
  findings: z.array(acceptedFindingSchema).default([]),
});
export type RecordedAcceptance = z.infer<typeof recordedAcceptanceSchema>;

/** A judgement with what was said of the same findings earlier. */
export const checkedSchema = assessmentSchema.extend({
  /** The run is allowed by it and nobody is asked again; null where none holds or none is needed. */
  acceptance: recordedAcceptanceSchema.nullable(),
});
export type CheckedSource = z.infer<typeof checkedSchema>;
