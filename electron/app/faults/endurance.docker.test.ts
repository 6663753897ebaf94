import { expect, it } from 'vitest';
import { endure, enduranceKinds } from '../testing/endurance.ts';

// `npm run endurance` does 500 and measures memory too.
it('forty mixed runs leave no container, lose no result, and each ends as it has to', async () => {
  const total = 4 * enduranceKinds.length;
  const { rows, breaches } = await endure({ total, atOnce: 4 });
  expect(breaches).toEqual([]);
  expect(rows.map(({ asExpected }) => asExpected)).toEqual(rows.map(() => 4));
});
