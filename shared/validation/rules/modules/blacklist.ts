/** Every module of Node, and the packages most often used to reach a machine, a page or a network. */
const blacklist = new Set(
  `assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel
  dns domain events fs http http2 https inspector module net os path perf_hooks process punycode
  querystring readline repl sea sqlite stream string_decoder sys test timers tls trace_events tty url
  util v8 vm wasi worker_threads zlib
  axios bun deno electron execa fs-extra got isolated-vm ky nedb node-fetch node-pty playwright
  puppeteer request rimraf shelljs ssh2 superagent undici vm2 ws`.split(/\s+/),
);

/** Addresses are code from elsewhere; `data:` is code from text. */
const address = /^(?:https?|data|blob|file|javascript|wss?|npm|jsr):|^\/\//i;

/** By either name (`fs`, `node:fs`) and with any path behind it (`fs/promises`). */
export function isBlacklisted(name: string): boolean {
  const bare = name.trim();
  if (/^(?:node|bun|deno):/i.test(bare) || address.test(bare)) return true;
  return blacklist.has(bare.split('/')[0]?.toLowerCase() ?? '');
}
