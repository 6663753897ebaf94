import type { Held } from './things.ts';

/** The names of one block or function. */
export class Room {
  readonly outer: Room | undefined;
  readonly isOfFunction: boolean;
  private readonly names = new Map<string, Held>();

  constructor(outer: Room | undefined, isOfFunction = false) {
    this.outer = outer;
    this.isOfFunction = isOfFunction;
  }

  declare(name: string, held: Held): void {
    this.names.set(name, held);
  }

  /** Another room with the same names, for what comes next. */
  renewed(): Room {
    const next = new Room(this.outer, this.isOfFunction);
    for (const [name, one] of this.names) next.names.set(name, one);
    return next;
  }

  /** `var` belongs to the function around. */
  declareWide(name: string, held: Held): void {
    if (this.isOfFunction || this.outer === undefined) this.declare(name, held);
    else this.outer.declareWide(name, held);
  }

  read(name: string): Held | undefined {
    return this.names.get(name) ?? this.outer?.read(name);
  }

  /** Whether a name is one of the text itself, which lasts from bar to bar. */
  isOfText(name: string): boolean {
    if (this.outer === undefined) return true;
    return !this.names.has(name) && this.outer.isOfText(name);
  }

  write(name: string, held: Held): void {
    if (this.names.has(name)) this.names.set(name, held);
    else this.outer?.write(name, held);
  }
}
