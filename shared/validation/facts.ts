import type { Language, Place } from './types.ts';

/** How a value is used where it is reached. */
export type Usage =
  | 'call'
  | 'new'
  /** A further member is taken from it. */
  | 'member'
  | 'write'
  /** `typeof x`, `x === y`, `y instanceof x`: a look that hands nothing on. */
  | 'test'
  /** It becomes the value of a variable, whose uses are followed. */
  | 'alias'
  | 'value';

/**
 * Something of the language or its host, reached by whatever way. The path leads from the global
 * object: `eval`, `Math.random`, and '' for the global object itself.
 */
export interface Reach {
  readonly path: string;
  readonly usage: Usage;
  /** The next member's name, where usage is 'member' and the name is known. */
  readonly member: string | undefined;
  readonly place: Place;
}

/** One argument of a call, as far as the text says. */
export interface Argument {
  readonly text: string | undefined;
  readonly number: number | undefined;
  /** It is a text, known or not, or an object that stands for one. */
  readonly isText: boolean;
  /** Paths of the language's or host's objects that it can be. */
  readonly paths: readonly string[];
  /** It is certainly made by the text itself: a class of its own, an instance, an object. */
  readonly isOwn: boolean;
  /** It is certainly None. */
  readonly isNothing?: boolean;
}

/** A call of a function of the language, the host or a module (`fs:readFile`). */
export interface Call {
  readonly path: string;
  readonly isNew: boolean;
  /** How what it gives back is used. */
  readonly usage: Usage;
  /** Worked out when a rule asks: look at the path first. */
  readonly arguments: readonly Argument[];
  readonly place: Place;
}

export interface Import {
  /** Undefined when the name is only known at run time. */
  readonly module: string | undefined;
  readonly how: 'static' | 'dynamic' | 'require';
  readonly place: Place;
}

/** A change to an object that all code shares: `Array.prototype.push`, `Math.max`, `stratbox:Strategy.prototype.buy`. */
export interface SharedWrite {
  readonly path: string;
  readonly ofPrototype: boolean;
  readonly place: Place;
}

/** A member with a telling name. `hidden` names are put together from pieces. */
export interface Attribute {
  readonly name: string;
  readonly hidden: boolean;
  readonly usage: Usage;
  /** Paths that its owner can be; empty for the text's own values. */
  readonly owners: readonly string[];
  readonly place: Place;
}

/** A member that can be any at run time, of something that has dangerous ones. */
export interface UnknowableMember {
  readonly of: 'global object' | 'built-in' | 'function';
  readonly place: Place;
}

/** A function whose work is to turn a given text into code. */
export interface CodeWrapper {
  readonly place: Place;
}

/** A text that something reads code from: `frame.query('…')`, or a quoted type (`annotation`). */
export interface CodeText {
  readonly name: string;
  /** Undefined when it is only known at run time. */
  readonly text: string | undefined;
  readonly place: Place;
}

/** A member of a class that the language calls by itself, or its metaclass. */
export interface ClassHook {
  readonly name: string;
  readonly place: Place;
}

/** A part of the language that some workspaces do without. */
export interface Luxury {
  readonly what: 'lambda' | 'dunder';
  /** The dunder's name; `lambda` itself has none. */
  readonly name: string;
  readonly place: Place;
}

/** A name of the language that the text declares anew. */
export interface Declaration {
  readonly name: string;
  readonly place: Place;
}

/** A loop, a walk over something or a call of itself that does not end. */
export interface Loop {
  /** Why it never ends, in words. */
  readonly reason: string;
  readonly place: Place;
}

export interface RegularExpression {
  readonly pattern: string;
  readonly flags: string;
  readonly place: Place;
}

/** A read of market data that is not known yet when the strategy decides. */
export interface FutureRead {
  readonly how:
    | 'later bar'
    | 'negative ago'
    | 'whole series'
    | 'last bar'
    | 'centred window'
    | 'reordered'
    | 'back-fill'
    /** A table written after the fact. */
    | 'outcomes';
  readonly series: string;
  readonly place: Place;
}

/** A date that depends on the machine. */
export interface MachineDate {
  readonly how:
    | 'now'
    /** A text without a time zone is read as one. */
    | 'local text'
    /** It is printed in the machine's time zone. */
    | 'as text';
  readonly place: Place;
}

/** Something that the machine writes into what a text makes. */
export interface MachineValue {
  readonly what: 'moment' | 'stack' | 'file date';
  readonly name: string;
  readonly place: Place;
}

/** A sort whose comparison contradicts itself. */
export interface UnstableOrder {
  readonly how: 'random' | 'yes or no' | 'fixed';
  readonly place: Place;
}

/** Something that follows the hashes of one process. */
export interface HashOrder {
  readonly how: 'set' | 'hash';
  readonly place: Place;
}

/** A call of a method by name on a value whose class is not certain. */
export interface MethodCall {
  readonly name: string;
  /** Class of the receiver where it is known: `Date`, `Array`. */
  readonly of: string | undefined;
  readonly argumentCount: number;
  readonly place: Place;
}

/** A name of the text, where it first stands; escapes in it are read. */
export interface Name {
  readonly text: string;
  readonly place: Place;
}

/** What a text does, the same for every language. Rules read nothing else. */
export interface Facts {
  readonly language: Language;
  readonly source: string;
  readonly reaches: readonly Reach[];
  readonly calls: readonly Call[];
  readonly methodCalls: readonly MethodCall[];
  readonly imports: readonly Import[];
  readonly sharedWrites: readonly SharedWrite[];
  readonly attributes: readonly Attribute[];
  readonly unknowableMembers: readonly UnknowableMember[];
  readonly codeWrappers: readonly CodeWrapper[];
  readonly codeTexts: readonly CodeText[];
  readonly classHooks: readonly ClassHook[];
  /**
   * Only the strict policy asks. No getter: one in a literal makes a new kind of object of every text,
   * and what hangs on it outlives the text.
   */
  readonly luxuries: () => readonly Luxury[];
  readonly moduleDeclarations: readonly Declaration[];
  /** All different names, where any of them has a letter beyond ASCII. */
  readonly names: readonly Name[];
  readonly loops: readonly Loop[];
  readonly regularExpressions: readonly RegularExpression[];
  readonly futureReads: readonly FutureRead[];
  readonly machineDates: readonly MachineDate[];
  readonly machineValues: readonly MachineValue[];
  /** Where the language, and for dates the zone, is said by the text itself. */
  readonly fixedLocales: readonly Place[];
  readonly hashOrders: readonly HashOrder[];
  readonly unstableOrders: readonly UnstableOrder[];
  /** Where the text was too tangled to be followed further, as far as it has been asked about. */
  readonly tangledAt: () => Place | undefined;
}
