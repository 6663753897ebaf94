import { toast } from 'sonner';
import type { AppError } from '../../shared/contract/errors.ts';

interface Action {
  readonly label: string;
  readonly onClick: () => void;
}

/** Says what went wrong and what to do about it. */
export function showError(error: AppError): void {
  toast.error(error.message, error.hint ? { description: error.hint } : {});
}

export function showDone(message: string, action?: Action): void {
  toast.success(message, action ? { action, duration: 8000 } : {});
}

export function showNotice(message: string, description?: string): void {
  toast(message, description ? { description } : {});
}
