import { describe, expect, it } from 'vitest';
import { limitsSchema } from '../../../shared/contract/models/run.ts';
import { settingsSchema } from '../../../shared/contract/models/settings.ts';
import { defaultPreferences, type Preferences } from '../../../shared/contract/models/workspace.ts';
import { numberFields, type NumberField } from './number-fields.ts';
import { formatNumber, parseDate, parseNumber } from './settings-fields.ts';

describe('parseNumber', () => {
  const any = { minimum: -Infinity, maximum: Infinity, whole: false, scale: 1 };
  it.each([
    ['100,000', 100_000],
    ['1 000 000', 1_000_000],
    [' 0.05 ', 0.05],
    ['.5', 0.5],
    ['1e3', 1000],
    ['-2', -2],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text, any)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    'abc',
    '1,5',
    '0,025',
    '1,2345',
    ',5',
    '1,000,0',
    '0x10',
    'Infinity',
    '1.2.3',
    '--1',
  ])('refuses %j', (text) => {
    expect(parseNumber(text, any).ok).toBe(false);
  });

  it('turns percent into a share without dust, and back', () => {
    const parsed = parseNumber('0.07', numberFields.commissionRate);
    expect(parsed).toEqual({ ok: true, value: 0.0007 });
    expect(formatNumber(0.0007, 100)).toBe('0.07');
  });
});

describe('the fields', () => {
  const { settings } = defaultPreferences;
  const variants = [
    defaultPreferences,
    ...[
      {
        commission: { kind: 'per-share', perShare: 1, minimum: 1 },
        slippage: { kind: 'ticks', ticks: 1 },
      },
      {
        commission: { kind: 'fixed-plus-percent', fixed: 1, rate: 0.1 },
        slippage: { kind: 'volume-share', impact: 1 },
      },
    ].map((costs) => ({
      ...defaultPreferences,
      settings: settingsSchema.parse({ ...settings, ...costs }),
    })),
  ];
  const homeOf = (field: NumberField) =>
    variants.find((preferences) => !Number.isNaN(field.read(preferences))) as Preferences;

  it.each(Object.entries(numberFields))(
    '%s allows nothing that the contract refuses',
    (_, field) => {
      for (const bound of [field.minimum, field.maximum]) {
        const home = homeOf(field);
        const changed = { ...home, ...field.write(home, bound / field.scale) };
        expect(settingsSchema.safeParse(changed.settings).success).toBe(true);
        expect(limitsSchema.safeParse(changed.limits).success).toBe(true);
      }
    },
  );

  it.each(Object.entries(numberFields))('%s reads back what it writes', (_, field) => {
    const home = homeOf(field);
    expect(field.read({ ...home, ...field.write(home, 200) })).toBe(200);
  });

  it('of another kind of cost change nothing', () => {
    expect(numberFields.commissionFixed.write(defaultPreferences, 5)).toEqual({});
  });
});

describe('parseDate', () => {
  it('takes real calendar days and the empty text', () => {
    expect(parseDate('2020-02-29')).toEqual({ ok: true, value: '2020-02-29' });
    expect(parseDate('')).toEqual({ ok: true, value: '' });
  });
  it.each(['2021-02-29', '2020-13-01', '1.1.2020', '20200101'])('refuses %j', (text) => {
    expect(parseDate(text).ok).toBe(false);
  });
});
