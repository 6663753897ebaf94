import type { CallOutput } from '../../../shared/contract/calls.ts';
import { call } from '../../api.ts';

export type AppInfo = CallOutput<'app.info'>;

let asked: Promise<AppInfo> | undefined;

/** What the app says about itself, asked once; a failed question is asked again next time. */
export function appInfo(): Promise<AppInfo> {
  asked ??= call('app.info', {}).catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}
