import { expect, test } from 'vitest';
import { type Box, castInto, countBox, mayRemind } from '../../../src/core/ballot/box.ts';

const empty: Box = { voted: [], papers: [] };

test('each voter once; the order of voters and papers says nothing of who came when', () => {
  const orders = [
    ['u1y', 'u2n', 'u3b'],
    ['u3b', 'u1y', 'u2n'],
    ['u2n', 'u3b', 'u1y'],
  ];
  const boxes = orders.map(order =>
    order.reduce<Box>((box, one) => castInto(box, one.slice(0, 2), one.slice(2)) ?? box, empty),
  );
  for (const box of boxes) expect(box).toEqual({ voted: ['u1', 'u2', 'u3'], papers: ['b', 'n', 'y'] });
  expect(castInto(boxes[0] ?? empty, 'u2', 'y')).toBeNull();
});

test('fewer than three papers are not counted; once few are missing nobody is reminded', () => {
  expect(countBox({ voted: ['u1', 'u2'], papers: ['n', 'y'] }, ['o1'], 9)).toBeNull();
  expect(countBox({ voted: ['u1', 'u2', 'u3'], papers: ['b', 'n', 'y'] }, ['o1'], 9)).toMatchObject({
    ...{ electors: 9, present: 3, options: [{ option: 'o1', yes: 1, no: 1, blank: 1 }] },
  });
  expect([4, 3, 2, 1, 0].map(mayRemind)).toEqual([true, true, false, false, false]);
});
