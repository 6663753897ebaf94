import type { Rule } from '../rule.ts';
import { backFill } from './back-fill.ts';
import { bidirectionalText } from './bidirectional-text.ts';
import { blacklistedModule } from './blacklisted-module.ts';
import { browserObject } from './browser-object.ts';
import { builtinOverride } from './builtin-override.ts';
import { builtinShadow } from './builtin-shadow.ts';
import { callerAccess } from './caller-access.ts';
import { centredWindow } from './centred-window.ts';
import { classHook } from './class-hook.ts';
import { codeFromText } from './code-from-text.ts';
import { dangerousAttribute } from './dangerous-attribute.ts';
import { dangerousBuiltin } from './dangerous-builtin.ts';
import { dangerousEval } from './dangerous-eval.ts';
import { dunderName } from './dunder-name.ts';
import { dynamicImport } from './dynamic-import.ts';
import { embeddedOutcomes } from './embedded-outcomes.ts';
import { endlessLoop } from './endless-loop.ts';
import { fileAccess } from './file-access.ts';
import { frameExpression } from './frame-expression.ts';
import { garbageTiming } from './garbage-timing.ts';
import { globalObject } from './global-object.ts';
import { hashOrder } from './hash-order.ts';
import { hiddenName } from './hidden-name.ts';
import { hostObject } from './host-object.ts';
import { importMeta } from './import-meta.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lambdaExpression } from './lambda-expression.ts';
import { lastBar } from './last-bar.ts';
import { laterBar } from './later-bar.ts';
import { leakedModule } from './leaked-module.ts';
import { legacyAccessor } from './legacy-accessor.ts';
import { localTimeZone } from './local-time-zone.ts';
import { localeDependent } from './locale-dependent.ts';
import { lookAlikeName } from './look-alike-name.ts';
import { machineValue } from './machine-value.ts';
import { negativeAgo } from './negative-ago.ts';
import { networkAccess } from './network-access.ts';
import { otherThread } from './other-thread.ts';
import { propertyDescriptor } from './property-descriptor.ts';
import { prototypeAccess } from './prototype-access.ts';
import { prototypeWalk } from './prototype-walk.ts';
import { proxy } from './proxy.ts';
import { reflect } from './reflect.ts';
import { reflection } from './reflection.ts';
import { reorderedSeries } from './reordered-series.ts';
import { sharedMemory } from './shared-memory.ts';
import { sharedPrototype } from './shared-prototype.ts';
import { slowPattern } from './slow-pattern.ts';
import { species } from './species.ts';
import { stackTraceHook } from './stack-trace-hook.ts';
import { stringTimer } from './string-timer.ts';
import { tangledCode } from './tangled-code.ts';
import { timer } from './timer.ts';
import { unknowableMember } from './unknowable-member.ts';
import { unknownModule } from './unknown-module.ts';
import { unseededRandom } from './unseeded-random.ts';
import { unstableOrder } from './unstable-order.ts';
import { wallClock } from './wall-clock.ts';
import { webAssembly } from './web-assembly.ts';
import { wholeSeries } from './whole-series.ts';
import { wrappedEval } from './wrapped-eval.ts';

/** Every rule, in the order in which their findings are listed. */
export const rules: readonly Rule[] = [
  backFill,
  bidirectionalText,
  blacklistedModule,
  browserObject,
  builtinOverride,
  builtinShadow,
  callerAccess,
  centredWindow,
  classHook,
  codeFromText,
  dangerousAttribute,
  dangerousBuiltin,
  dangerousEval,
  dunderName,
  dynamicImport,
  embeddedOutcomes,
  endlessLoop,
  fileAccess,
  frameExpression,
  garbageTiming,
  globalObject,
  hashOrder,
  hiddenName,
  hostObject,
  importMeta,
  invisibleCharacter,
  lambdaExpression,
  lastBar,
  laterBar,
  leakedModule,
  legacyAccessor,
  localTimeZone,
  localeDependent,
  lookAlikeName,
  machineValue,
  negativeAgo,
  networkAccess,
  otherThread,
  propertyDescriptor,
  prototypeAccess,
  prototypeWalk,
  proxy,
  reflect,
  reflection,
  reorderedSeries,
  sharedMemory,
  sharedPrototype,
  slowPattern,
  species,
  stackTraceHook,
  stringTimer,
  timer,
  unknowableMember,
  unknownModule,
  unseededRandom,
  unstableOrder,
  wallClock,
  webAssembly,
  wholeSeries,
  wrappedEval,
  // Last: it says what the others asked in vain.
  tangledCode,
];
