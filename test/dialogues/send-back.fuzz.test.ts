import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import type { Input } from '../../src/dialogues/dialogue.ts';
import { sendBackDialogue } from '../../src/dialogues/send-back.ts';
import type { SendBackFacts } from '../../src/dialogues/send-back-state.ts';

const names = ['Phòng Kinh tế', 'Trạm Y tế xã', 'Trường THCS Đông Sơn Hạ'];
const report = (n: number, version: number, accepted: boolean) => {
  const standing = accepted ? ('accepted' as const) : ('received' as const);
  const [unitName, title] = [names[n % 3] ?? '', n < 3 ? 'Báo cáo tháng' : 'Báo cáo 6 tháng'];
  const shown = { title, party: unitName, dueOn: null, standing, documentNumber: null, sent: null };
  return {
    id: `0190-0000-00000000000${n}`,
    unitId: `u${n % 3}`,
    unitName,
    title,
    version,
    standing,
    shown: { ...shown, lateness: null, reason: null },
    overdueDays: n,
  };
};

const world = fc
  .array(fc.record({ n: fc.nat(5), version: fc.integer({ min: 1, max: 2 }), accepted: fc.boolean() }), {
    maxLength: 6,
  })
  .map(
    (all): SendBackFacts => ({
      words: '',
      today: day('2026-06-08'),
      scoring: null,
      units: names.map((name, n) => ({ id: `u${n}`, names: [name] })),
      reports: [...new Map(all.map(one => [one.n, report(one.n, one.version, one.accepted)])).values()],
    }),
  );
const typed = fc.constantFrom(
  '',
  'Phòng Kinh tế: thiếu biểu số 2',
  'Trạm Y tế',
  '6 tháng',
  'o_000000000001 1',
  '!!',
  'trả lại',
  'chưa ký',
  'x'.repeat(600),
);
const move = fc.oneof(
  typed.map((text): Input => ({ kind: 'text', text })),
  fc.constant(0),
  fc.nat(9),
  fc.constantFrom<Input>({ kind: 'go', to: 'back' }, { kind: 'go', to: 'later' }),
  world,
);

test('only the version that was shown is sent back, with a reason, after a look at both', () => {
  let sent = 0;
  fc.assert(
    fc.property(world, typed, fc.array(move, { maxLength: 20 }), (first, words, moves) => {
      let now: SendBackFacts = { ...first, words };
      let step = sendBackDialogue.start(now);
      let [shown, parked] = ['', false];
      for (const next of moves) {
        if (step.kind === 'end') break;
        if (typeof next === 'object' && 'reports' in next) {
          now = next;
          continue;
        }
        // What was put off is still what was shown last.
        if (!parked)
          shown = step.say.lines
            .flat()
            .map(part => (typeof part === 'string' ? part : 'bold' in part ? part.bold : ''))
            .join(' ');
        const buttons = (step.say.choices ?? []).flat().filter(one => one.id !== 'cancel');
        const button = typeof next === 'number' ? buttons[next % Math.max(1, buttons.length)] : undefined;
        const input: Input = typeof next === 'object' ? next : { kind: 'option', id: button?.id ?? 'none' };
        parked = input.kind === 'go' && input.to === 'later';
        step = sendBackDialogue.step(step.state, input, now);
        if (step.kind === 'ask') expect(sendBackDialogue.state.safeParse(step.state).success).toBe(true);
        for (const effect of step.effects) {
          sent += 1;
          const one = now.reports.find(found => found.id === effect.obligationId);
          expect(one).toMatchObject({ version: effect.version, standing: effect.standing });
          expect(shown).toContain(effect.reason);
          expect(shown).toContain(one?.unitName);
          expect(effect.reason).toMatch(/\p{L}{2}/u);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(sent).toBeGreaterThan(20);
});
