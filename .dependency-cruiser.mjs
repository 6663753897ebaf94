// Who may import whom: the house's directions as one table (see CONTRIBUTING.md, "The map").
const tests = '\\.(test|fixture)\\.tsx?$';
const room = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: to, dependencyTypesNot: ['type-only'] },
});
const only = (name, path, allowedFrom, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: `${allowedFrom}|${tests}` },
  to: { path },
});

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: "'stratbox' is a module in the sandbox alone; here it has types only",
      severity: 'error',
      from: { pathNot: '^shared/strategy/indicator-types\\.test\\.ts$' },
      // What the bundler makes up while it builds.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    room('bars-alone', '^shared/bars/', '^shared/bars/', 'market data knows nothing else'),
    room(
      'engine-alone',
      '^shared/engine/',
      '^shared/(engine|bars)/',
      'the engine imports bars only',
    ),
    room(
      'indicators-alone',
      '^shared/indicators/',
      '^shared/(indicators|bars)/',
      'streaming arithmetic only',
    ),
    room(
      'strategy-inside-sandbox',
      '^shared/strategy/',
      '^shared/(strategy|engine|bars|indicators)/|^shared/frames/(market-bytes|job-tables|plot-limits|result-limits)',
      'what is loaded beside untrusted code stays small',
    ),
    room(
      'frames-alone',
      '^shared/frames/',
      '^shared/(frames|engine|bars)/|^shared/contract/models/script-result|^node_modules/zod/',
      'the wire format',
    ),
    room(
      'metrics',
      '^shared/metrics/',
      '^shared/(metrics|engine|bars)/',
      'figures come from plain data',
    ),
    room(
      'importers',
      '^shared/importers/',
      '^shared/(importers|engine|bars)/|^node_modules/papaparse/',
      'parsing only',
    ),
    room(
      'reports',
      '^shared/reports/',
      '^shared/(reports|contract|metrics|engine|bars)/',
      'reports are pure functions of a run',
    ),
    room(
      'validation',
      '^shared/validation/',
      '^shared/validation/|^node_modules/(acorn|acorn-walk|web-tree-sitter)/',
      'validation is pure',
    ),
    room(
      'shared-is-pure',
      '^shared/',
      '^shared/|^node_modules/(zod|acorn|acorn-walk|papaparse|web-tree-sitter)/',
      'no Node, no DOM, no Electron in shared',
    ),
    room(
      'renderer-sees-shared',
      '^renderer/',
      '^renderer/|^shared/|^node_modules/|^virtual:',
      'the window reaches the app through the contract only',
    ),
    room(
      'runner',
      '^docker/runner/',
      '^docker/runner/|^shared/(strategy|engine|bars|indicators|frames)/|^(node:)?(fs|vm|process|path|url|perf_hooks)$',
      'what goes into the image',
    ),
    room(
      'app-is-plain-node',
      '^electron/app/(?!sandbox/embedded/child)',
      '^electron/app/|^shared/|^node_modules/|^package\\.json$|^(node:)?[a-z_/]+$',
      'no host in the app',
    ),
    room(
      'embedded-child',
      '^electron/app/sandbox/embedded/child',
      '^shared/|^docker/runner/|^node_modules/|^(node:)?fs$',
      "the embedded sandbox's own process shares the runner's pipes with the container",
    ),
    only(
      'dockerode-in-one-room',
      '^node_modules/dockerode/',
      '^electron/app/sandbox/docker/',
      'only the container room talks to an engine',
    ),
    only(
      'electron-in-one-room',
      '^(electron$|node_modules/electron/)',
      '^electron/desktop/',
      'only the desktop shell imports electron',
    ),
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release|examples|renderer/features/editor/new-strategy/templates)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
