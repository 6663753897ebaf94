import { overlaps, type CharacterSet } from './character-set.ts';
import { parsePattern, type Piece, type Sequence } from './parse-pattern.ts';

/**
 * True when a regular expression can need exponential time: a repeated group that can match one
 * text in more than one way. Found are a repetition inside a repetition with nothing certain between
 * two rounds, `(a+)+`, `(\w+\s?)*`, and alternatives that begin alike, `(a|a)*`, `(a|ab)+`.
 */
export function backtracksForever(pattern: string): boolean {
  const alternatives = parsePattern(pattern);
  return alternatives !== undefined && alternatives.some(inSequence);
}

const inSequence = (sequence: Sequence): boolean => sequence.some(inPiece);

function inPiece(piece: Piece): boolean {
  if (piece.group === undefined) return false;
  if (piece.group.some(inSequence)) return true;
  return piece.maximum > 1 && isRepeatedOften(piece) && isAmbiguous(piece.group);
}

/** A few rounds cost little; from about ten on, doubling at each is felt. */
const isRepeatedOften = ({ maximum }: Piece): boolean => maximum >= 10;

function isAmbiguous(group: readonly Sequence[]): boolean {
  for (const [index, sequence] of group.entries()) {
    if (blendsIntoNextRound(sequence)) return true;
    for (const other of group.slice(index + 1)) {
      if (overlaps(beginning(sequence), beginning(other)) && sharesText(sequence, other))
        return true;
    }
  }
  return false;
}

/**
 * `a+` alone, or with only optional pieces around it: where one round ends and the next begins is
 * free. A certain piece that cannot match the repeated characters, `\d+,`, marks the border.
 */
function blendsIntoNextRound(sequence: Sequence): boolean {
  for (const [index, piece] of sequence.entries()) {
    if (piece.maximum < 10) continue;
    const repeated = piece.group === undefined ? piece.set : contents(piece.group);
    const others = [...sequence.slice(0, index), ...sequence.slice(index + 1)];
    const border = others.some(
      (other) =>
        other.minimum > 0 &&
        !overlaps(other.group === undefined ? other.set : contents(other.group), repeated),
    );
    if (!border) return true;
  }
  return false;
}

/** Alternatives of the same certain length that differ in one place never match the same text. */
function sharesText(a: Sequence, b: Sequence): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined || right === undefined) return true;
    const isPlain = [left, right].every(
      ({ minimum, maximum, group }) => minimum === 1 && maximum === 1 && group === undefined,
    );
    if (!isPlain) return true;
    if (!overlaps(left.set, right.set)) return false;
  }
  return true;
}

function beginning(sequence: Sequence): CharacterSet {
  const set: Set<number> = new Set();
  for (const piece of sequence) {
    const first = piece.group === undefined ? piece.set : unite(piece.group.map(beginning));
    first.forEach((code) => set.add(code));
    if (piece.minimum > 0) break;
  }
  return set;
}

const contents = (group: readonly Sequence[]): CharacterSet =>
  unite(
    group.flatMap((sequence) =>
      sequence.map((piece) => (piece.group === undefined ? piece.set : contents(piece.group))),
    ),
  );

function unite(sets: readonly CharacterSet[]): CharacterSet {
  const all = new Set<number>();
  for (const set of sets) set.forEach((code) => all.add(code));
  return all;
}
