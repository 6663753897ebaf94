import type { IncomingHttpHeaders } from 'node:http';
import { equalInConstantTime, readCookie, type Sessions } from './session.ts';

/** Why a request was not served; shown to whoever made it, so it says nothing secret. */
export interface Refusal {
  readonly status: 403 | 421;
  readonly message: string;
  readonly hint: string;
}

const newLinkHint =
  'Press Enter in the terminal in which Stratbox runs to get a new link, or start Stratbox again.';

const refusals = {
  host: {
    status: 421,
    message: 'Stratbox answers only under its own local address.',
    hint: 'Open the link that Stratbox printed.',
  },
  site: {
    status: 403,
    message: 'Another page tried to open or load Stratbox.',
    hint: 'Paste the link that Stratbox printed into the address bar.',
  },
  session: {
    status: 403,
    message: 'This browser has no session with Stratbox, or Stratbox was started again.',
    hint: newLinkHint,
  },
  token: {
    status: 403,
    message: 'This link was used already or is out of date; each link opens Stratbox once.',
    hint: newLinkHint,
  },
} as const satisfies Record<string, Refusal>;

/** Judges what comes in over a port that every program and every web page on this machine can reach. */
export interface Gate {
  readonly cookieName: string;
  /** A page or one of its files. `token` is what the address carries, if it carries one. */
  judgeGet(
    headers: IncomingHttpHeaders,
    token: string | null,
  ): { pass: 'session' } | { pass: 'token'; secret: string } | { refusal: Refusal };
  /** The socket, through which calls come: a missing Origin is refused too. */
  judgeUpgrade(headers: IncomingHttpHeaders): Refusal | undefined;
}

export function createGate(port: number, sessions: Sessions): Gate {
  // A page that rebinds its own name to 127.0.0.1 still sends that name as Host.
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // Browsers share cookies between the ports of a host: two workbenches need two names.
  const cookieName = `stratbox-${port}`;

  const isOwnHost = ({ host }: IncomingHttpHeaders) =>
    host !== undefined && hosts.some((own) => equalInConstantTime(host, own));
  const isOwnOrigin = ({ origin, host }: IncomingHttpHeaders) =>
    origin !== undefined && equalInConstantTime(origin, `http://${host ?? ''}`);
  const hasSession = ({ cookie }: IncomingHttpHeaders) =>
    sessions.isOpen(readCookie(cookie, cookieName) ?? '');

  return {
    cookieName,
    judgeGet(headers, token) {
      if (!isOwnHost(headers)) return { refusal: refusals.host };
      // Navigations and a page's own files carry no Origin, but browsers say who asked. Pages on
      // other ports of this machine are "same-site" and would be sent the cookie: they end here.
      const site = headers['sec-fetch-site'];
      const isOwnSite = site === 'same-origin' || site === 'none';
      if (!isOwnSite || (headers.origin !== undefined && !isOwnOrigin(headers))) {
        return { refusal: refusals.site };
      }
      if (hasSession(headers)) return { pass: 'session' };
      if (token === null) return { refusal: refusals.session };
      const secret = sessions.exchange(token);
      return secret === undefined ? { refusal: refusals.token } : { pass: 'token', secret };
    },
    judgeUpgrade(headers) {
      if (!isOwnHost(headers)) return refusals.host;
      if (!isOwnOrigin(headers)) return refusals.site;
      return hasSession(headers) ? undefined : refusals.session;
    },
  };
}
