import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComposeFacts, composeDialogue } from '../../src/dialogues/compose.ts';
import type { Input, ReceivedFile } from '../../src/dialogues/dialogue.ts';

const file = (n: number): ReceivedFile => ({
  sha256: String(n),
  name: `tep-${n}.pdf`,
  mime: 'application/pdf',
  size: n,
});
const typed = fc.constantFrom(
  'Họp lúc 15:00',
  'gửi',
  'hạn',
  'đồng ý',
  '??',
  'x'.repeat(50),
  'Gửi ngay',
  '',
  'a\n\n\n\nb1',
);
const move = fc.oneof(
  typed.map((text): Input => ({ kind: 'text', text })),
  fc.constant(0),
  fc.nat(6),
  fc.record({ n: fc.nat(3), caption: typed }).map(
    ({ n, caption }): Input => ({
      kind: 'files',
      files: Array.from({ length: n }, (_, i) => file(i)),
      caption,
    }),
  ),
  fc.constantFrom<Input>({ kind: 'go', to: 'back' }, { kind: 'go', to: 'later' }, { kind: 'go', to: 'skip' }),
);
const facts = (ways: readonly string[]): ComposeFacts => ({
  words: '',
  target: 'f_1',
  question: () => [['?']],
  preview: ({ text, file: attached }) => ({
    lines: [[`<${text}|${attached?.name ?? ''}>`]],
    ways: ways.map(id => ({ id, label: `Gửi ${id}` })),
  }),
});

test('what goes out is just what was shown last, by a way that was offered', () => {
  const sent = { needed: 0, optional: 0, none: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom('needed', 'optional', 'none' as const),
      fc.constantFrom(['ngay'], ['ngay', 'mai'], []),
      typed,
      fc.array(move, { maxLength: 15 }),
      (kind, ways, words, moves) => {
        const machine = composeDialogue({ kind: 'x', file: kind as 'none', most: 40 });
        const given = { ...facts(ways), words };
        let step = machine.start(given);
        for (const next of moves) {
          if (step.kind === 'end') break;
          const shown = machine.ask(step.state, given).lines.flat().join('');
          const buttons = (step.say.choices ?? []).flat().filter(one => one.id !== 'cancel');
          const button = typeof next === 'number' ? buttons[next % Math.max(1, buttons.length)] : undefined;
          step = machine.step(
            step.state,
            typeof next === 'number' ? { kind: 'option', id: button?.id ?? 'none' } : next,
            given,
          );
          if (step.kind === 'ask') expect(machine.state.safeParse(step.state).success).toBe(true);
          for (const effect of step.effects) {
            sent[kind as 'none'] += 1;
            expect(shown).toBe(`<${effect.text}|${effect.file?.name ?? ''}>`);
            expect(ways).toContain(effect.way);
            expect(effect.target).toBe('f_1');
            expect(effect.text.length).toBeLessThanOrEqual(40);
            if (kind === 'none') expect(effect.file).toBeNull();
            if (kind === 'needed') expect(effect.file).not.toBeNull();
            else expect(effect.text).not.toBe('');
          }
        }
      },
    ),
    { numRuns: 600 },
  );
  for (const n of Object.values(sent)) expect(n).toBeGreaterThan(20);
});
