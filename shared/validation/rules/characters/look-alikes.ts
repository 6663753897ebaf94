/**
 * Letters of other scripts that are drawn like a Latin one in common fonts (from the confusables of
 * Unicode Technical Standard 39), with the letter that they are taken for.
 */
const cyrillic: Readonly<Record<string, string>> = {
  ...pairs('аеорсухіјѕԁһӏԛԝѵ', 'aeopcyxijsdhlqwv'),
  ...pairs('АВЕКМНОРСТХУІЈЅԌ', 'ABEKMHOPCTXYIJSG'),
};
const greek: Readonly<Record<string, string>> = {
  ...pairs('οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'oABEZHIKMNOPTYX'),
};

/** Signs of mathematics as well: they are taken for a letter only where a name of such letters exists. */
const mathematical: Readonly<Record<string, string>> = pairs('ανρικυγ', 'avpikuy');

function pairs(foreign: string, latin: string): Record<string, string> {
  return Object.fromEntries([...foreign].map((letter, index) => [letter, latin.charAt(index)]));
}

const sure: Readonly<Record<string, string>> = { ...cyrillic, ...greek };
const all: Readonly<Record<string, string>> = { ...sure, ...mathematical };

/** The name as a reader takes it: full-width and mathematical letters, and those of other scripts, as Latin. */
export const asRead = (name: string): string =>
  [...name.normalize('NFKC')].map((letter) => all[letter] ?? letter).join('');

/**
 * True when a name in Latin letters has some that only look like it: all its other letters are
 * drawn the same, so that nobody can tell.
 */
export function mixesLookAlikes(name: string): boolean {
  const composed = name.normalize('NFKC');
  const isDressed = composed !== name.normalize('NFC') && /^[\x00-\x7f]+$/.test(composed);
  if (isDressed) return true;
  const letters = [...composed].filter((letter) => /\p{L}/u.test(letter));
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  const isMixed = foreign.length > 0 && foreign.length < letters.length;
  return isMixed && foreign.every((letter) => sure[letter] !== undefined);
}
