import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { shortRef } from '../../src/core/short-ref.ts';
import type { Input } from '../../src/dialogues/dialogue.ts';
import { recordDialogue } from '../../src/dialogues/record.ts';
import type { RecordFacts, RecordParty } from '../../src/dialogues/record-state.ts';

const names = ['Phòng Kinh tế', 'Trạm Y tế xã', 'Trường THCS Đông Sơn Hạ', 'Văn phòng'];
const ids = names.map((_, n) => `0190-0000-00000000000${n}`);
const today = day('2026-06-15');

type State = RecordParty['state'];
const facts = (states: readonly (readonly State[])[], versions: number, words = ''): RecordFacts => ({
  today,
  words,
  units: names.map((name, n) => ({ id: ids[n] ?? '', names: [name] })),
  groups: states.map((ofGroup, g) => ({
    deadlineId: `0190-aaaa-00000000000${g}`,
    title: ['Báo cáo tháng', 'Báo cáo 6 tháng', 'Đăng ký điển hình'][g] ?? '',
    dueOn: day('2026-06-11'),
    parties: ofGroup.map((state, n) => ({
      obligationId: `o-${g}-${n}`,
      unitId: ids[n] ?? '',
      unitName: names[n] ?? '',
      version: state === 'open' ? 0 : versions,
      state,
    })),
  })),
  judge: () => null,
  effect: () => null,
});

const state = fc.constantFrom<State>('open', 'open', 'sent_back', 'recorded', 'handed_in');
const world = fc.record({
  states: fc.array(fc.array(state, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  versions: fc.integer({ min: 1, max: 3 }),
});
const typed = fc.constantFrom(
  'Phòng Kinh tế 123/BC-KT 12/6/2026',
  'Trạm Y tế 15/BC-TYT 11/6; Trường THCS 10/6',
  'tất cả đơn vị 11/6',
  '28/5',
  '20/12/2026',
  '31/2/2026',
  'báo cáo tháng',
  '7/BC-X',
  'gì đó',
  'ghi nhận',
);
const move = fc.oneof(
  typed.map((text): Input => ({ kind: 'text', text })),
  fc.constant(0),
  fc.nat(12),
  fc.constantFrom<Input>({ kind: 'go', to: 'back' }, { kind: 'go', to: 'skip' }, { kind: 'go', to: 'later' }),
  world,
);

test('whatever is typed and pressed, only what was shown is recorded: dated, not in the future, never over a unit’s own', () => {
  let recorded = 0;
  fc.assert(
    fc.property(world, typed, fc.array(move, { maxLength: 25 }), (first, words, moves) => {
      let now = facts(first.states, first.versions, words);
      let step = recordDialogue.start(now);
      let [shown, parked] = ['', false];
      for (const next of moves) {
        if (step.kind === 'end') break;
        if (typeof next === 'object' && 'states' in next) {
          now = facts(next.states, next.versions);
          continue;
        }
        // What was put off is still what was shown last.
        if (!parked) shown = step.say.lines.flat().join(' ');
        const buttons = (step.say.choices ?? []).flat().filter(one => one.id !== 'cancel');
        const button = typeof next === 'number' ? buttons[next % Math.max(1, buttons.length)] : undefined;
        const input: Input =
          typeof next === 'object' ? next : { kind: 'option', id: button?.id ?? shortRef('o', 'none') };
        expect(new Set(buttons.map(one => one.id)).size).toBe(buttons.length);
        parked = input.kind === 'go' && input.to === 'later';
        step = recordDialogue.step(step.state, input, now);
        if (step.kind === 'ask') expect(recordDialogue.state.safeParse(step.state).success).toBe(true);
        for (const effect of step.effects) {
          recorded += 1;
          expect(effect.entries.length).toBeGreaterThan(0);
          const group = now.groups.find(one => one.deadlineId === effect.deadlineId);
          for (const entry of effect.entries) {
            const party = group?.parties.find(one => one.obligationId === entry.obligationId);
            expect(party?.state).not.toBe('handed_in');
            expect(party?.version).toBe(entry.replaces);
            expect(entry.date <= today).toBe(true);
            if (entry.number) expect(shown).toContain(entry.number);
          }
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(recorded).toBeGreaterThan(20);
});
