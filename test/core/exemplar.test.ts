import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { exemplarStages, isLate, mayEnterStage } from '../../src/core/exemplar.ts';

test('no stage is skipped or gone back to; taken back only before it was spread', () => {
  const from = (stage: (typeof exemplarStages)[number]) =>
    exemplarStages.filter(to => mayEnterStage({ stage }, to));
  expect(from('found')).toEqual(['nurtured', 'withdrawn']);
  expect(from('nurtured')).toEqual(['summed_up', 'withdrawn']);
  expect(from('summed_up')).toEqual(['spread', 'withdrawn']);
  expect(from('spread')).toEqual([]);
  expect(from('withdrawn')).toEqual([]);
});

test('late is what is past its day and not at its end', () => {
  const on = day('2026-10-01');
  const dueOn = day('2026-09-30');
  expect(isLate({ stage: 'found', dueOn }, on)).toBe(true);
  expect(isLate({ stage: 'found', dueOn: on }, on)).toBe(false);
  expect(isLate({ stage: 'spread', dueOn }, on)).toBe(false);
  expect(isLate({ stage: 'found', dueOn: null }, on)).toBe(false);
});
