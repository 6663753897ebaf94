import { describe, expect, it } from 'vitest';
import { rules } from '../../../shared/validation/rules/index.ts';
import { searchRules } from './rules-list.ts';

const idsOf = (search: string) =>
  searchRules(search).flatMap((group) => group.rules.map(({ id }) => id));

describe('searchRules', () => {
  it('lists every rule once without a search', () => {
    expect(idsOf('').toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  it('finds by id, by words in any order, and by code', () => {
    expect(idsOf('dangerous-eval')).toContain('dangerous-eval');
    expect(idsOf('SEED without')).toContain('unseeded-random');
    expect(idsOf('Math.random()')).toContain('unseeded-random');
    expect(idsOf('no such thing at all')).toEqual([]);
  });

  it('puts the costliest first in each family', () => {
    for (const { rules: members } of searchRules('')) {
      const points = members.map((rule) => rule.points);
      expect(points).toEqual(points.toSorted((a, b) => b - a));
    }
  });
});
