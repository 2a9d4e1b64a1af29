import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import {
  disorder,
  mattersLeft,
  nextPhase,
  overduePhase,
  type PhaseEntry,
  phasesLeft,
  phasesOf,
} from '../../src/core/season-phase.ts';

const entry = (no: number, kind: PhaseEntry['kind'], phase: PhaseEntry['phase'], on: string): PhaseEntry => ({
  ...{ no, kind, phase, day: day(on) },
});

test('the newest of each holds, in whatever order it comes; going back leaves what was ahead', () => {
  const entries = [
    entry(4, 'entered', 'registration', '2026-07-01'),
    entry(1, 'entered', 'launch', '2026-03-01'),
    entry(2, 'dated', 'registration', '2026-04-01'),
    entry(3, 'entered', 'running', '2026-06-01'),
    entry(5, 'dated', 'registration', '2026-04-15'),
  ];
  const { current, all } = phasesOf(entries);
  expect(current).toBe('registration');
  expect(all.slice(0, 3)).toEqual([
    { phase: 'launch', dated: null, entered: '2026-03-01' },
    { phase: 'registration', dated: '2026-04-15', entered: '2026-07-01' },
    { phase: 'running', dated: null, entered: null },
  ]);
});

test('after each comes the next, after the last nothing', () => {
  expect(nextPhase(null)).toBe('launch');
  expect(nextPhase('verification')).toBe('meeting');
  expect(nextPhase('closed')).toBeNull();
});

test('of phases whose day has come the latest is asked for, never one that was entered', () => {
  const phases = phasesOf([
    entry(1, 'entered', 'launch', '2026-03-01'),
    entry(2, 'dated', 'launch', '2026-03-01'),
    entry(3, 'dated', 'registration', '2026-04-01'),
    entry(4, 'dated', 'running', '2026-05-01'),
  ]);
  expect(overduePhase(phases, day('2026-03-31'))).toBeNull();
  expect(overduePhase(phases, day('2026-04-01'))).toBe('registration');
  expect(overduePhase(phases, day('2026-06-01'))).toBe('running');
});

test('days that are not in the order of the year are pointed out', () => {
  const dated = (a: string, b: string) =>
    phasesOf([entry(1, 'dated', 'self_scoring', a), entry(2, 'dated', 'meeting', b)]);
  expect(disorder(dated('2026-11-01', '2026-12-20'))).toBeNull();
  expect(disorder(dated('2026-12-21', '2026-12-20'))?.map(one => one.phase)).toEqual([
    'self_scoring',
    'meeting',
  ]);
});

test('only what belongs to the phases that are left counts as left open', () => {
  const open = {
    ...{ unregistered: 3, overdue: 2, silentTargets: 0, unsentSheets: 4 },
    ...{ meetings: 1, ballots: 0, awards: 5 },
  };
  expect(mattersLeft(['registration'], open)).toEqual({ unregistered: 3 });
  expect(mattersLeft(['running'], open)).toEqual({ overdue: 2 });
  expect(mattersLeft(['self_scoring'], open)).toEqual({ unsentSheets: 4, overdue: 2 });
  expect(mattersLeft(['registration', 'running', 'self_scoring'], open)).toEqual({
    ...{ unregistered: 3, overdue: 2, unsentSheets: 4 },
  });
  expect(mattersLeft(['meeting', 'awards'], open)).toEqual({ meetings: 1, overdue: 2, awards: 5 });
  expect(mattersLeft([], open)).toEqual({});
});

test('a jump leaves all that it skips, also from before the first; a step and going back only where one was', () => {
  expect(phasesLeft('registration', 'verification')).toEqual([
    ...['registration', 'running', 'mid_year', 'self_scoring'],
  ]);
  expect(phasesLeft(null, 'running')).toEqual(['launch', 'registration']);
  expect(phasesLeft(null, 'launch')).toEqual([]);
  expect(phasesLeft('meeting', 'awards')).toEqual(['meeting']);
  expect(phasesLeft('meeting', 'running')).toEqual(['meeting']);
});
