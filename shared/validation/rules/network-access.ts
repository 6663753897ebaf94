import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const network = new Set([
  'fetch',
  'XMLHttpRequest',
  'fetchLater',
  'Audio',
  'FontFace',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'RTCPeerConnection',
  'WebTransport',
  'Request',
  'Image',
  'sendBeacon',
]);

export const networkAccess: Rule = {
  id: 'network-access',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: 'Network access',
  explain:
    'What leaves over the network can be your strategy or your data; what comes in can change between two runs. The sandbox has no network.',
  fix: 'Import the data as a data set and choose it for the run.',
  bad: [
    { code: "fetch('https://x.test/' + 1);", at: 'fetch' },
    { code: "const socket = new WebSocket('wss://x.test');", at: 'WebSocket' },
    { code: "new Audio('https://x.test/?a=1').play();", at: 'Audio' },
    { code: 'const { XMLHttpRequest: Ask } = globalThis;\nnew Ask();', at: 'XMLHttpRequest' },
  ],
  good: [
    'const fetch = (index) => index + 1;\nfetch(1);',
    'class Feed {\n  fetch() {\n    return 1;\n  }\n  run() {\n    return this.fetch();\n  }\n}',
    "const words = ['fetch', 'WebSocket'];",
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage }) => network.has(path) && usage !== 'test',
      ({ path }) => `\`${path}\` talks to the network.`,
    ),
};
