import { asksOnce, type Ballot } from '../core/ballot/ballot.ts';
import { FEWEST_PAPERS } from '../core/ballot/box.ts';
import type { Counts } from '../core/ballot/counts.ts';
import { hasResult, leftToPeople } from '../core/ballot/decision.ts';
import { baseOf, type Outcome, outcomeOf } from '../core/ballot/outcome.ts';
import type { Line } from '../core/message.ts';
import { ballotRulesText, legalLimit } from './ballot-rules.ts';
import { plainText } from './plain-text.ts';
import { joinVi } from './sizes.ts';

export const ballotHead = (one: Pick<Ballot, 'no' | 'round'>) =>
  `Cuộc bình xét số ${one.no}${one.round > 1 ? `, vòng ${one.round}` : ''}`;

export const labelsOf = ({ options }: Pick<Ballot, 'options'>, ids: readonly string[]) =>
  ids.map(id => options.find(one => one.id === id)?.label ?? '');

/** What came of a ballot, with its numbers, which one counts and the limit that the law sets. */
export function ballotResult(bloc: string, one: Ballot): Line[] {
  if (!hasResult(one)) return [[{ bold: `${ballotHead(one)}: ${one.title}` }], ...resultLines(one)];
  return [
    [{ bold: `Kết quả · ${bloc}` }],
    [{ bold: `${ballotHead(one)}: ${one.title}` }],
    ...resultLines(one),
    ballotRulesText.standing(one.mode, one.rules),
    legalLimit,
  ];
}

function resultLines(one: Ballot): Line[] {
  const { counts } = one;
  return [
    ...(counts
      ? [...countLines(counts, one), ...outcomeLines(outcomeOf(counts, one.rules, one.round), one)]
      : [uncounted(one)]),
    ...(one.decision ? decisionLines(one) : openLines(one)),
  ];
}

const uncounted = ({ mode }: Ballot): Line =>
  mode === 'chat'
    ? [`Không kiểm phiếu vì có ít hơn ${FEWEST_PAPERS} phiếu; các phiếu đã được hủy.`]
    : ['Đã hủy, không có kết quả.'];

/** A ballot as the minutes of a meeting have it. */
export function ballotMinutes(one: Ballot): string[] {
  const which = ballotRulesText.standing(one.mode, one.rules);
  return [`${ballotHead(one)}: ${one.title}.`, ...[...resultLines(one), which].map(plainText)];
}

function countLines(counts: Counts, one: Ballot): Line[] {
  const base = baseOf(one.rules, counts);
  const numbers = `Được mời ${counts.electors}; có mặt ${counts.present}; phát ra ${counts.issued}; thu về ${counts.returned}; hợp lệ ${counts.valid}; không hợp lệ ${counts.invalid}.`;
  const ranked = counts.options.toSorted((a, b) => b.yes - a.yes);
  return [
    [numbers],
    ...ranked.map(
      (option): Line => [
        `• ${labelsOf(one, [option.option])[0]}: ${asksOnce(one) ? `${option.yes}/${base} phiếu` : `đồng ý ${option.yes}/${base}, không đồng ý ${option.no}, không ý kiến ${option.blank}`}`,
      ],
    ),
  ];
}

function outcomeLines(outcome: Outcome, one: Ballot): Line[] {
  const won = (chosen: readonly string[]): Line[] =>
    chosen.length > 0
      ? [
          [
            {
              bold:
                one.options.length > 1 ? `Được chọn: ${joinVi(labelsOf(one, chosen))}.` : 'Được thông qua.',
            },
          ],
        ]
      : [];
  switch (outcome.kind) {
    case 'no_quorum':
      return [[{ bold: `Không đủ số có mặt (cần ${outcome.needed}); chưa quyết định gì.` }]];
    case 'decided':
      return [
        ...won(outcome.chosen),
        ...(outcome.chosen.length === 0
          ? [[{ bold: one.options.length > 1 ? 'Không ai đạt ngưỡng.' : 'Không đạt ngưỡng.' }]]
          : []),
        ...(outcome.unfilled > 0 && outcome.chosen.length > 0
          ? [[`Còn ${outcome.unfilled} chỗ không ai đạt ngưỡng.`]]
          : []),
      ];
    case 'next_round':
      return [
        ...won(outcome.chosen),
        [
          `${outcome.tied ? 'Bằng phiếu' : 'Chưa đủ người đạt ngưỡng'}: còn ${outcome.seats} chỗ, bỏ phiếu vòng ${one.round + 1} giữa ${joinVi(labelsOf(one, outcome.among))}.`,
        ],
      ];
    case 'tie':
      return [
        ...won(outcome.chosen),
        [{ bold: `Bằng phiếu: ${joinVi(labelsOf(one, outcome.among))}; còn ${outcome.seats} chỗ.` }],
      ];
  }
}

const decider = { meeting: 'cuộc họp khối', lead: 'Trưởng khối' } as const;

/** Who is to decide what the count left open. */
function openLines(one: Ballot): Line[] {
  const left = leftToPeople(one);
  if (!left) return [];
  return [
    left.why === 'tie'
      ? [`Theo quy tắc của khối, ${decider[left.decides]} quyết định.`]
      : ['Hết vòng bỏ phiếu: việc này do cuộc họp khối quyết định.'],
  ];
}

/** What people decided: said apart from the count, which it does not change. */
function decisionLines(one: Ballot): Line[] {
  const { decision } = one;
  const left = leftToPeople(one);
  if (!decision || !left) return [];
  return [
    [
      { bold: `Quyết định của ${decider[left.decides]}, ngoài kết quả kiểm phiếu: ` },
      `${decidedWords(one, decision.chosen)}.`,
    ],
    [`Lý do: ${decision.reason} (đồng chí ${decision.byName} ghi).`],
  ];
}

/** `Trạm Y tế được chọn; còn 1 chỗ để trống`. */
export function decidedWords(one: Ballot, chosen: readonly string[]): string {
  if (one.options.length === 1) return chosen.length > 0 ? 'thông qua' : 'không thông qua';
  // Without a number of seats none of them can be empty.
  const empty = one.rules.seats === null ? 0 : (leftToPeople(one)?.seats ?? 0) - chosen.length;
  const names = chosen.length > 0 ? [`${joinVi(labelsOf(one, chosen))} được chọn`] : [];
  if (names.length === 0 && empty === 0) return 'không chọn ai';
  return [...names, ...(empty > 0 ? [`${names.length > 0 ? 'còn ' : ''}${empty} chỗ để trống`] : [])].join(
    '; ',
  );
}
