import type { Preferences } from '../../../../shared/contract/models/workspace.ts';
import type { SettingItem } from '../setting-groups.ts';
import { parseNumber, printNumber, type NumberBounds } from './parse-number.ts';
import type { Parsed } from './parsed.ts';

/** A run setting that is typed: how it is shown, and what a text changes. */
export interface SettingField {
  /** What of the run it belongs to; reset together with it. */
  readonly item: SettingItem;
  readonly label: string;
  readonly unit: string;
  /** Shown while the field is being edited. */
  readonly hint: string;
  readonly isNumber: boolean;
  /** Whether it matters now: a rate per share does not where commission is a percentage. */
  readonly applies: (preferences: Preferences) => boolean;
  readonly print: (preferences: Preferences) => string;
  readonly take: (text: string, preferences: Preferences) => Parsed<Partial<Preferences>>;
}

interface NumberShape extends Partial<NumberBounds> {
  readonly item: SettingItem;
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
  /** Undefined: the field does not apply. */
  readonly read: (preferences: Preferences) => number | undefined;
  readonly write: (preferences: Preferences, value: number) => Partial<Preferences>;
}

export function numberField(shape: NumberShape): SettingField {
  const { item, label, unit = '', hint = '', read, write, ...given } = shape;
  const bounds = { minimum: 0, maximum: Infinity, whole: false, scale: 1, ...given };
  return {
    item,
    label,
    unit,
    hint,
    isNumber: true,
    applies: (preferences) => read(preferences) !== undefined,
    print: (preferences) => printNumber(read(preferences) ?? 0, bounds.scale),
    take(text, preferences) {
      const number = parseNumber(text, bounds);
      return number.ok ? { ok: true, value: write(preferences, number.value) } : number;
    },
  };
}

interface TextShape<Value> {
  readonly item: SettingItem;
  readonly label: string;
  readonly hint?: string;
  readonly parse: (text: string) => Parsed<Value>;
  readonly print: (preferences: Preferences) => string;
  readonly write: (preferences: Preferences, value: Value) => Partial<Preferences>;
}

export function textField<Value>(shape: TextShape<Value>): SettingField {
  const { item, label, hint = '', parse, print, write } = shape;
  return {
    item,
    label,
    unit: '',
    hint,
    isNumber: false,
    applies: () => true,
    print,
    take(text, preferences) {
      const parsed = parse(text);
      return parsed.ok ? { ok: true, value: write(preferences, parsed.value) } : parsed;
    },
  };
}

/** Percent on the sheet, a share of 1 in the settings. */
export const inPercent = { unit: '%', scale: 100 } as const;
