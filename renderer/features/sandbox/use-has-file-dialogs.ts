import { useEffect, useState } from 'react';
import { appInfo } from '../shell/app-info.ts';

/** Whether the host asks for files by its own dialogs; where it does not, a path is typed. */
export function useHasFileDialogs(): boolean {
  const [hasDialogs, setHasDialogs] = useState(false);
  useEffect(() => {
    appInfo().then(
      ({ host }) => setHasDialogs(host === 'desktop'),
      // Without an answer nothing can be saved either; the calls will say so.
      () => undefined,
    );
  }, []);
  return hasDialogs;
}
