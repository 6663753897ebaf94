import { useEffect, useState } from 'react';

/** Milliseconds since a moment, told anew ten times a second while the caller is shown. */
export function useElapsed(since: number | null): number {
  const [now, setNow] = useState(since ?? 0);
  useEffect(() => {
    if (since === null) return;
    const timer = window.setInterval(() => setNow(Date.now()), 100);
    return () => window.clearInterval(timer);
  }, [since]);
  return since === null ? 0 : Math.max(0, now - since);
}
