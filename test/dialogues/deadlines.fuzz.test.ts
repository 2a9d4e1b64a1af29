import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import type { LiveDeadline } from '../../src/core/deadline-change.ts';
import { changeDialogue } from '../../src/dialogues/deadline-change.ts';
import type { Dialogue, Input, Say, Step } from '../../src/dialogues/dialogue.ts';
import { newDeadlineDialogue } from '../../src/dialogues/new-deadline.ts';
import { around, reportFor, units } from '../support/deadlines.ts';

const typed = fc.constantFrom(
  ...['Báo cáo 6 tháng, trước ngày 15/6, tất cả đơn vị', 'trước 5/6', '20/6', 'chưa có ngày', 'hằng tháng'],
  ...[
    'Trạm Y tế',
    '2, 5',
    'khối',
    'vì mưa bão',
    'tên Báo cáo mới',
    'đồng ý',
    'thực hiện',
    'sửa',
    '31/6',
    '1',
    '',
  ],
  ...['ngày 25 hằng tháng', 'quý III', 'x'.repeat(400), 'gửi Hội đồng', '1 20/6', '2 Trạm Y tế 30/6 vì bão'],
);

/** A press is a choice of the last question, by its place, or one that was never offered. */
type Move = { kind: 'press'; place: number } | Exclude<Input, { kind: 'files' }>;
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(11).map(place => ({ kind: 'press' as const, place })) },
  { weight: 4, arbitrary: typed.map(text => ({ kind: 'text' as const, text })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('back' as const, 'skip' as const, 'later' as const, 'cancel' as const)
      .map(to => ({ kind: 'go' as const, to })),
  },
  { weight: 1, arbitrary: fc.string().map(id => ({ kind: 'option' as const, id })) },
);

function inputOf(one: Move, say: Say | null): Input {
  if (one.kind !== 'press') return one;
  const choices = (say?.choices ?? []).flat();
  return { kind: 'option', id: choices[one.place % Math.max(1, choices.length)]?.id ?? 'none' };
}

/** Holds one conversation to its rules, whatever is said; the effects it ends with. */
function hold<State, Facts, Effect>(
  machine: Dialogue<State, Facts, Effect>,
  facts: Facts,
  later: Facts,
  moves: readonly Move[],
): Effect[] {
  let step: Step<State, Effect> = machine.start(facts);
  for (const one of moves) {
    if (step.kind === 'end') break;
    const ids = (step.say.choices ?? []).flat().map(choice => choice.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^\w{1,30}$/);
    expect(step.say.lines.flat().length).toBeGreaterThan(0);
    const saved: unknown = JSON.parse(JSON.stringify(step.state));
    const state = machine.state.parse(saved);
    // Put off, only its buttons reach it.
    const asked = ids.includes('resume')
      ? inputOf({ kind: 'press', place: 0 }, step.say)
      : inputOf(one, step.say);
    const before = step;
    step = machine.step(state, asked, later);
    // Only the button under a look ahead does anything.
    if (step.effects.length > 0) expect(ids.some(id => id.startsWith('do_'))).toBe(true);
    if (asked.kind === 'go' && asked.to === 'cancel') expect(step.kind).toBe('end');
    expect(before.effects).toEqual([]);
  }
  return step.effects;
}

const deadlines: LiveDeadline[] = [
  reportFor(['u1', 'u2', 'u5'], '2026-06-12', { deadlineId: 'a', title: 'Báo cáo tháng' }),
  reportFor(
    ['u5'],
    '2026-06-20',
    { deadlineId: 'b', title: 'Báo cáo 6 tháng' },
    { u5: '2026-06-05T02:00:00Z' },
  ),
  reportFor(['u1', 'u2'], null, { deadlineId: 'c', title: 'Đăng ký sáng kiến' }),
  reportFor([], '2026-07-31', { deadlineId: 'd', title: 'Hội nghị sơ kết', kind: 'review' }),
];
const first = { kind: 'by_day' as const, day: day('2026-06-25') };
deadlines.push(
  reportFor(['u1'], '2026-06-25', {
    deadlineId: 'e',
    title: 'Quân số',
    recurrence: { series: 'e', nth: 0, every: 'month', first, ended: false },
  }),
);

test('adding a deadline holds its rules whatever is said', () => {
  const facts = { ...around, units, titles: [], until: day('2027-01-31') };
  fc.assert(
    fc.property(fc.option(typed), fc.array(move, { maxLength: 25 }), (words, moves) => {
      const started = { ...facts, words: words ?? '' };
      for (const { shown } of hold(newDeadlineDialogue, started, { ...facts, words: '' }, moves)) {
        expect(shown.title).not.toBe('');
        if (shown.who.kind === 'units') expect(shown.who.unitIds.length).toBeGreaterThan(0);
      }
    }),
  );
});

test.each([
  ['move', 'doi_han'],
  ['extend', 'gia_han'],
  ['cancel', 'huy_han'],
] as const)('to %s a deadline holds its rules whatever is said, also while it changes', (op, kind) => {
  const machine = changeDialogue(op, kind);
  const facts = { ...around, units, deadlines, scoring: null };
  const gone = { ...facts, deadlines: deadlines.slice(1).map(one => ({ ...one, revision: 2 })) };
  fc.assert(
    fc.property(
      fc.option(typed),
      fc.array(move, { maxLength: 25 }),
      fc.boolean(),
      (words, moves, changes) => {
        const later = { ...(changes ? gone : facts), words: '' };
        for (const { shown } of hold(machine, { ...facts, words: words ?? '' }, later, moves)) {
          if (shown.op === 'move') expect(shown.term ?? shown.title).not.toBeNull();
          else expect(shown.reason).not.toBe('');
          if (shown.op !== 'extend') continue;
          expect(shown.duties.length).toBeGreaterThan(0);
          for (const duty of shown.duties) expect(shown.dueOn > (duty.dueOn ?? '')).toBe(true);
        }
      },
    ),
  );
});
