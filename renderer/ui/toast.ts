import { toast } from 'sonner';
import type { AppError } from '../../shared/contract/errors.ts';

interface Action {
  readonly label: string;
  readonly onClick: () => void;
}

/** Says what went wrong and what to do about it, until it is closed: a person may be looking away. */
export function showError({ message, hint }: AppError): void {
  // The same error again takes the place of the one that is still there.
  toast.error(message, {
    id: `error ${message}`,
    duration: Infinity,
    closeButton: true,
    ...(hint ? { description: hint } : {}),
  });
}

export function showDone(message: string, action?: Action): void {
  toast.success(message, action ? { action, duration: 8000 } : {});
}

export function showNotice(message: string, description?: string): void {
  toast.message(message, { duration: 8000, ...(description ? { description } : {}) });
}
