import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import type { Input } from '../../src/dialogues/dialogue.ts';
import { unitEditDialogue } from '../../src/dialogues/unit-edit.ts';
import type { UnitEditFacts } from '../../src/dialogues/unit-edit-state.ts';
import { blocWords } from '../../src/text/bloc-words.ts';
import { obligationOf } from '../support/unit-facts.ts';

const units = ['Văn phòng', 'Phòng Kinh tế', 'Trạm Y tế', 'Công an xã'].map((name, index) => ({
  id: `u${index}`,
  name,
  shortName: null,
  aliases: index === 1 ? ['PKT'] : [],
  role: index === 0 ? ('lead' as const) : ('member' as const),
  validFrom: day('2026-01-01'),
}));
const facts: UnitEditFacts = {
  today: day('2026-06-08'),
  words: blocWords('khối'),
  units,
  posts: [{ membershipId: 'm1', personId: 'p1', personName: 'Lan', unitId: 'u0', role: 'contact' }],
  duties: units.map(({ id }) => obligationOf(`o-${id}`, 'half', id, '2026-06-26')),
  coming: null,
  leaving: () => null,
  joining: () => null,
  asked: '',
};
const begin = (asked: string) => {
  const step = unitEditDialogue.start({ ...facts, asked });
  if (step.kind === 'end') throw new Error('no question');
  return step;
};

test.each([
  ['2', 'u1'],
  ['PKT', 'u1'],
  ['trạm', 'u2'],
  ['cong an xa', 'u3'],
])('“%s” names a unit', (asked, unitId) => {
  expect(begin(asked).state).toEqual({ at: 'unit', unitId });
});

test('what two units may mean is asked', () => {
  expect(begin('xã hay phường').state).toEqual({ at: 'list' });
  expect(begin('phòng').state).toEqual({ at: 'list' });
});

test('nothing is done without its preview, and whatever comes is answered', () => {
  const words = ['1', '2', 'Tổ mới', '01/7', 'từ 15/8', 'hôm qua', 'xyz', 'PKT'];
  const input = fc.oneof(
    fc.constantFrom(...words).map((text): Input => ({ kind: 'text', text })),
    fc.nat(8).map((no): Input => ({ kind: 'option', id: `#${no}` })),
    fc.constantFrom('back', 'skip').map((to): Input => ({ kind: 'go', to })),
  );
  fc.assert(
    fc.property(fc.array(input, { maxLength: 20 }), inputs => {
      let step = begin('');
      for (const one of inputs) {
        const no = one.kind === 'option' ? Number(one.id.slice(1)) : -1;
        const id = step.say.choices?.flat()[no]?.id;
        const given = one.kind !== 'option' ? one : id ? { kind: 'option' as const, id } : null;
        if (!given) continue;
        const next = unitEditDialogue.step(step.state, given, facts);
        if (next.kind === 'end') {
          if (next.effects.length > 0) expect(step.state.at).toBe('preview');
          return;
        }
        expect(next.effects).toEqual([]);
        expect(unitEditDialogue.state.parse(JSON.parse(JSON.stringify(next.state)))).toEqual(next.state);
        step = next;
      }
    }),
    { numRuns: 300 },
  );
});
