import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaves } from '../../src/core/score-table.ts';
import { currentEntries } from '../../src/core/sheet-value.ts';
import type { Input } from '../../src/dialogues/dialogue.ts';
import { scoreSheetDialogue } from '../../src/dialogues/score-sheet.ts';
import { scoreStateSchema } from '../../src/dialogues/score-sheet-state.ts';
import { entry, go, group, leaf, Scoring, small, table, text } from '../support/score-sheets.ts';

const thousand = table(
  [group('I', [leaf('1', 2000, 'k1.1'), leaf('1', 0.5, 'é'.repeat(64))]), leaf('II', 0, 'z')],
  2,
);
const typed = fc.oneof(
  fc.constantFrom(
    '8,5',
    '7',
    '0',
    '9.5',
    '1.500',
    '1,500',
    '0,25',
    '-3',
    '99',
    '3.125',
    '8 rưỡi',
    'đúng',
    'giữ',
    'ghi',
  ),
  fc.constantFrom(
    'tc 1',
    'tc 1.2',
    'tiêu chí 2.1',
    'tc II',
    'xong',
    'xem lại',
    'gửi',
    'chấm tiếp',
    'Tc',
    'tiêu chí',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

type Action =
  | { do: 'send'; input: Input }
  /** A button ever shown, the newest ones more often. */
  | { do: 'press'; back: number }
  | { do: 'colleague'; leaf: number; value: number | 'skipped' | 'not_assigned' }
  | { do: 'table' };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: typed.map(said => ({ do: 'send', input: text(said) }) as const) },
  { weight: 6, arbitrary: fc.nat(12).map(back => ({ do: 'press', back }) as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('back', 'skip').map(to => ({ do: 'send', input: go(to) }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ maxLength: 20 })
      .map(id => ({ do: 'send', input: { kind: 'option', id } }) as const),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('colleague'),
      leaf: fc.nat(3),
      value: fc.oneof(fc.nat(10), fc.constantFrom('skipped', 'not_assigned')),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'table' } as const) },
);

/** What a button promised when it was shown. */
interface Promised {
  id: string;
  label: string;
  key: string | null;
}

function remember(seen: Promised[], sheet: Scoring): void {
  const key = sheet.state && 'key' in sheet.state ? sheet.state.key : null;
  for (const { id, label } of (sheet.said?.choices ?? []).flat()) seen.unshift({ id, label, key });
}

function checkReply(sheet: Scoring): void {
  expect(sheet.said?.lines.length ?? (sheet.state === null ? 1 : 0)).toBeGreaterThan(0);
  const ids = (sheet.said?.choices ?? []).flat().map(choice => choice.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9_]{1,40}$/);
  if (!sheet.state) return;
  expect(scoreStateSchema.parse(JSON.parse(JSON.stringify(sheet.state)))).toEqual(sheet.state);
  expect(Buffer.byteLength(JSON.stringify(sheet.state))).toBeLessThanOrEqual(400);
  expect(scoreSheetDialogue.ask(sheet.state, sheet.facts).lines.length).toBeGreaterThan(0);
}

/** An entry that a press has caused must be the one its label named. */
function checkPress(promised: Promised, sheet: Scoring): void {
  for (const effect of sheet.effects) {
    if (effect.kind !== 'enter') {
      expect(promised.label).toBe('Gửi bản chấm');
      continue;
    }
    expect(effect.criterionKey).toBe(promised.key);
    if (effect.value.kind === 'skipped') expect(promised.label).toBe('Bỏ qua');
    else if (effect.value.kind === 'points') {
      expect(promised.label.replace(/\D/g, '')).toBe(`${effect.value.points / 100}`.replace(/\D/g, ''));
    } else expect.unreachable('nobody may take a criterion away here');
  }
}

test('whatever is typed, pressed or written by others: an answer, a small valid state, nothing wrong written', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), actions => {
      const sheet = new Scoring();
      const seen: Promised[] = [];
      checkReply(sheet);
      for (const one of actions) {
        if (!sheet.state) return;
        remember(seen, sheet);
        const before = currentEntries(sheet.facts.entries);
        if (one.do === 'table') {
          sheet.facts = { ...sheet.facts, table: sheet.facts.table === small ? thousand : small };
          continue;
        }
        if (one.do === 'colleague') {
          const key = leaves(sheet.facts.table)[one.leaf]?.key ?? 'k1.1';
          const value = typeof one.value === 'number' ? one.value : ({ kind: one.value } as const);
          sheet.meanwhile(entry(key, (before.get(key)?.version ?? 0) + 1, value, 'binh'));
          continue;
        }
        if (one.do === 'send') sheet.send(one.input);
        else {
          const promised = seen[one.back];
          if (!promised) continue;
          sheet.send({ kind: 'option', id: promised.id });
          checkPress(promised, sheet);
        }
        checkReply(sheet);
        for (const effect of sheet.effects) {
          if (effect.kind !== 'enter') continue;
          const row = leaves(sheet.facts.table).find(({ key }) => key === effect.criterionKey);
          const points = effect.value.kind === 'points' ? effect.value.points : 0;
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(row?.max ?? -1);
          expect(before.get(effect.criterionKey)?.value.kind).not.toBe('not_assigned');
        }
      }
    }),
    { numRuns: 300 },
  );
});
