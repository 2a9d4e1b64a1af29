import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input } from '../../src/dialogues/dialogue.ts';
import { reportDialogue } from '../../src/dialogues/report.ts';
import { isReady, reportStateSchema } from '../../src/dialogues/report-state.ts';
import { file, handedIn, obligation, Reporting } from '../support/reports.ts';
import { go, text } from '../support/score-sheets.ts';

const world = Array.from({ length: 12 }, (_, i) =>
  obligation(
    `0190c0de-0000-7000-8000-${String(i).padStart(12, '0')}`,
    `Báo cáo số ${i} quý ${(i % 4) + 1}`,
    '2026-06-30',
    {
      unitId: i % 3 === 0 ? null : `u${i % 3}`,
      unitName: `Đơn vị ${i % 3}`,
    },
  ),
);

const typed = fc.oneof(
  fc.constantFrom(
    '123/BC-UBND ngày 28/5/2026',
    '12/BC-UBND',
    '28/5/2026',
    '1/1/2030',
    '31/2/2026',
    '5/BC-A1 ngày 9/9/2020',
  ),
  fc.constantFrom(
    'xong',
    'sửa',
    'xác nhận',
    'đúng',
    'quý 3',
    'quý',
    '3',
    'nộp bản thay',
    'báo cáo khác',
    'xem thêm',
  ),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

type Action =
  | { do: 'send'; input: Input }
  | { do: 'press'; back: number }
  /** "Xác nhận" as it was shown once: the press that must never go wrong. */
  | { do: 'confirm'; back: number }
  | { do: 'meanwhile'; what: 'withdrawn' | 'handed in' | 'locked'; which: number };

const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'), {
  maxLength: 6,
});
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: typed.map(said => ({ do: 'send', input: text(said) }) as const) },
  { weight: 8, arbitrary: fc.nat(15).map(back => ({ do: 'press', back }) as const) },
  { weight: 3, arbitrary: fc.nat(4).map(back => ({ do: 'confirm', back }) as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('back', 'skip', 'later').map(to => ({ do: 'send', input: go(to) }) as const),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ names, caption: typed })
      .map(
        ({ names, caption }) =>
          ({ do: 'send', input: { kind: 'files', files: names.map(name => file(name)), caption } }) as const,
      ),
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
      do: fc.constant('meanwhile'),
      what: fc.constantFrom('withdrawn', 'handed in', 'locked'),
      which: fc.nat(11),
    }),
  },
);

/** What a button promised when it was shown: its label, and the whole state it stood under. */
interface Promised {
  id: string;
  label: string;
  under: Reporting['state'];
}

function change(report: Reporting, one: Extract<Action, { do: 'meanwhile' }>): void {
  const id = world[one.which]?.id;
  if (one.what === 'withdrawn') {
    report.meanwhile(report.facts.open.filter(open => open.id !== id));
    return;
  }
  report.meanwhile(
    report.facts.open.map(open =>
      open.id === id
        ? { ...open, ...handedIn((open.submitted?.version ?? 0) + 1, one.what === 'handed in') }
        : open,
    ),
  );
}

function checkReply(report: Reporting): void {
  if (report.state) expect(report.said?.lines.length).toBeGreaterThan(0);
  const ids = report.buttons.map(choice => choice.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9_]{1,24}$/);
  if (!report.state) return;
  expect(reportStateSchema.parse(JSON.parse(JSON.stringify(report.state)))).toEqual(report.state);
  const { files, summary: _, ...rest } = report.state.draft;
  expect(files.length).toBeLessThanOrEqual(10);
  expect(Buffer.byteLength(JSON.stringify({ ...report.state, draft: rest }))).toBeLessThanOrEqual(400);
  expect(reportDialogue.ask(report.state, report.facts).lines.length).toBeGreaterThan(0);
}

function checkPress(promised: Promised, before: Reporting['state'], report: Reporting): void {
  const { state } = report;
  if (promised.id.startsWith('o_') && state && 'obligationId' in state && state !== before) {
    const changed = !before || !('obligationId' in before) || before.obligationId !== state.obligationId;
    const chosen = world.find(one => one.id === state.obligationId);
    if (changed) expect(promised.label).toContain(`${chosen?.title} ·`);
  }
  for (const effect of report.effects) {
    expect(promised.label).toBe('Xác nhận');
    const { under } = promised;
    if (!under || !('obligationId' in under)) throw new Error('nothing was shown to confirm');
    expect([effect.obligationId, effect.files, effect.documentNumber, effect.documentDate]).toEqual([
      under.obligationId,
      under.draft.files,
      under.draft.number,
      under.draft.date,
    ]);
  }
}

test('whatever is typed, sent, pressed or changed by others: an answer, a valid state, nothing wrong handed in', () => {
  let handed = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.array(action, { maxLength: 50 }), (count, actions) => {
      const report = new Reporting(world.slice(0, count));
      const seen: Promised[] = [];
      checkReply(report);
      for (const one of actions) {
        const before = report.state;
        if (!before) return;
        for (const { id, label } of report.buttons) {
          if (id !== 'cancel') seen.unshift({ id, label, under: before });
        }
        if (one.do === 'meanwhile') {
          change(report, one);
          continue;
        }
        if (one.do === 'send') report.send(one.input);
        else {
          const among = one.do === 'press' ? seen : seen.filter(({ label }) => label === 'Xác nhận');
          const promised = among[one.back];
          if (!promised) continue;
          report.send({ kind: 'option', id: promised.id });
          checkPress(promised, before, report);
        }
        checkReply(report);
        for (const effect of report.effects) {
          handed++;
          const open = report.facts.open.find(({ id }) => id === effect.obligationId);
          expect(open?.submitted?.version ?? null).toBe(effect.replaces);
          expect(isReady(before.draft)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(handed).toBeGreaterThan(0);
});
