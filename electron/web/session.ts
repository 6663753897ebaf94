import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use the app: whoever brought the link's token, once, and now carries a session's secret. */
export interface Sessions {
  /** A new 128-bit token; one that was handed out earlier and not used is void from now on. */
  newToken(): string;
  /** A session's secret for the current token, which is used up by that; otherwise undefined. */
  exchange(token: string): string | undefined;
  isOpen(secret: string): boolean;
}

/** Browsers that may be connected at once; the oldest session ends when another one is opened. */
const maximumSessions = 8;

export function createSessions(): Sessions {
  let token: string | undefined;
  const secrets: string[] = [];
  return {
    newToken() {
      token = randomBytes(16).toString('base64url');
      return token;
    },
    exchange(offered) {
      if (token === undefined || !equalInConstantTime(offered, token)) return undefined;
      token = undefined;
      const secret = randomBytes(32).toString('base64url');
      secrets.push(secret);
      if (secrets.length > maximumSessions) secrets.shift();
      return secret;
    },
    isOpen: (offered) =>
      secrets.reduce((found, secret) => equalInConstantTime(offered, secret) || found, false),
  };
}

/** Compares digests, which have one length: neither content nor length shows in the time it takes. */
export function equalInConstantTime(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** The value of the cookie called `name` in a Cookie header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
