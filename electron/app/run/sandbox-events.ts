import { z } from 'zod';
import type { SandboxEvent } from '../../../shared/contract/models/sandbox.ts';
import type { AuditEntry, AuditLog } from '../store/audit.ts';

/** What happened to sandboxes and their image, as the audit log names it. */
const kinds: Readonly<Record<string, SandboxEvent['kind']>> = {
  'sandbox.fell-back': 'fallback',
  'sandbox.refused': 'refusal',
  'image.built': 'image',
  'image.saved': 'image',
  'image.loaded': 'image',
  'image.removed': 'image',
};

const detailSchema = z.object({
  reason: z.string().default(''),
  fileName: z.string().default(''),
});

const shownEvents = 30;

/** The last of them, newest first, in words. */
export function sandboxEvents(audit: Pick<AuditLog, 'listOf'>): SandboxEvent[] {
  return audit.listOf(Object.keys(kinds), shownEvents).map((entry) => ({
    at: entry.at,
    kind: kinds[entry.event] ?? 'image',
    text: inWords(entry),
  }));
}

function inWords({ event, detail }: AuditEntry): string {
  const { reason, fileName } = detailSchema.catch({ reason: '', fileName: '' }).parse(detail);
  switch (event) {
    case 'sandbox.fell-back':
      return `A run used the embedded sandbox. ${reason}`.trim();
    case 'sandbox.refused':
      return `A run was refused: no sandbox. ${reason}`.trim();
    case 'image.saved':
      return `The sandbox image was saved to ${fileName}.`;
    case 'image.loaded':
      return `The sandbox image was loaded from ${fileName}.`;
    case 'image.built':
      return 'The sandbox image was built.';
    default:
      return 'The sandbox image was removed.';
  }
}
