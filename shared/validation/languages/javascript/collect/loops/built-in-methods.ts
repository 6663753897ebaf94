/** Methods that change the list, set or map they are called on. */
export const changingMethods: ReadonlySet<string> = new Set([
  ...['push', 'pop', 'shift', 'unshift', 'splice', 'fill', 'sort', 'reverse', 'copyWithin'],
  ...['add', 'set', 'delete', 'clear'],
]);

/** Methods that move a date. */
export const isDateSetter = (name: string): boolean =>
  /^set(?:UTC)?(?:Date|Month|FullYear|Hours|Minutes|Seconds|Milliseconds|Time)$/.test(name);

/** Methods of texts, numbers, lists, sets, maps and promises that change nothing. */
const readingMethods: ReadonlySet<string> = new Set(
  (
    'match matchAll search at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf length localeCompare ' +
    'normalize padEnd padStart repeat replace replaceAll slice split startsWith substr substring ' +
    'toLowerCase toUpperCase trim trimEnd trimStart toFixed toPrecision toString valueOf ' +
    'entries every filter find findIndex findLast findLastIndex flat flatMap forEach join keys map ' +
    'reduce reduceRight some toReversed toSorted toSpliced values with has get hasOwnProperty ' +
    'log warn error info debug isPrototypeOf'
  ).split(' '),
);

export const isReadingMethod = (name: string): boolean => readingMethods.has(name);

/** Functions of the language whose result depends on their arguments alone. */
export const isPureFunction = (path: string): boolean =>
  (path.startsWith('Math.') && path !== 'Math.random') ||
  /^(?:Number|String|Boolean|BigInt|parseInt|parseFloat|isNaN|isFinite)$/.test(path) ||
  /^(?:Number|String|Array|Object)\.(?:is\w*|from\w*|of|keys|values|entries|parse\w+)$/.test(path);

/** Functions that put off what they are given until the running code has ended. */
export const isPostponing = (path: string): boolean =>
  /^(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|process\.nextTick|Promise\.prototype\.(?:then|catch|finally))$/.test(
    path,
  );
