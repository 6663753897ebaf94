import { describe, expect, it } from 'vitest';
import { limitsSchema, settingsSchema } from '../../../shared/contract/models/run.ts';
import { defaultPreferences } from '../../../shared/contract/models/workspace.ts';
import { formatNumber, numberFields, parseDate, parseNumber } from './settings-fields.ts';

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
  it('allow nothing that the contract refuses', () => {
    for (const field of Object.values(numberFields)) {
      for (const bound of [field.minimum, field.maximum]) {
        const changes = field.write(defaultPreferences, bound / field.scale);
        const { settings, limits } = { ...defaultPreferences, ...changes };
        expect(settingsSchema.safeParse(settings).success, field.id).toBe(true);
        expect(limitsSchema.safeParse(limits).success, field.id).toBe(true);
      }
    }
  });

  it('read back what they write', () => {
    for (const field of Object.values(numberFields)) {
      const changed = { ...defaultPreferences, ...field.write(defaultPreferences, 200) };
      expect(field.read(changed)).toBe(200);
    }
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
