import type { Line, Table } from '../core/message.ts';
import type { ScoreTable } from '../core/score-table.ts';
import type { ClassVerdict, KnockoutVerdict, Tally, UnitTally } from '../core/tally-result.ts';
import { formatInstant } from './days.ts';
import type { GroupsShown, RankingShown } from './pictures.ts';
import { formatPoints, formatTotal } from './points.ts';
import { tieKeyWords } from './tie-words.ts';

/** How a bloc's scores stand, for people. */
export type ResultState = { kind: 'provisional'; now: Date } | { kind: 'published'; at: Date };

export const resultWord = (state: ResultState) => (state.kind === 'published' ? 'chính thức' : 'tạm tính');

export function className(verdict: ClassVerdict): string | null {
  switch (verdict.kind) {
    case 'class':
      return verdict.name;
    case 'none':
      return verdict.zeros.length > 0
        ? `chưa xếp loại: tiêu chí ${verdict.zeros.map(zero => zero.no).join(', ')} 0 điểm`
        : 'chưa xếp loại';
    case 'no_classes':
    case 'undecided':
      return null;
  }
}

export function knockoutReason(verdict: KnockoutVerdict): string {
  switch (verdict.kind) {
    case 'fact':
      return `${verdict.reason} (${verdict.source})`;
    case 'unsent':
      return 'chưa gửi bản tự chấm';
    case 'criterion':
      return `tiêu chí ${verdict.no} ${verdict.name}`;
    case 'below':
      return `${verdict.no}. ${verdict.name}: ${formatPoints(verdict.points)} điểm, dưới mức ${formatPoints(verdict.atLeast)}`;
  }
}

const isUnplaced = ({ knockouts }: UnitTally) =>
  knockouts.length > 0 && knockouts.every(one => one.kind === 'unsent');

/** That it is not placed, or not considered at all. */
export const outWord = (unit: UnitTally): string => (isUnplaced(unit) ? 'Không xếp hạng' : 'Không xét');

/** Who is not considered, each with the reason; who only sent nothing, in one line. */
function outLines(units: readonly UnitTally[]): Line[] {
  const silent = units.filter(isUnplaced).map(unit => unit.unitName);
  return [
    ...units
      .filter(unit => unit.knockouts.length > 0 && !isUnplaced(unit))
      .map(
        (unit): Line => [
          { bold: `Không xét ${unit.unitName}: ` },
          unit.knockouts.map(knockoutReason).join('; '),
          '.',
        ],
      ),
    ...(silent.length > 0
      ? [[{ bold: 'Không xếp hạng, chưa gửi bản tự chấm: ' }, `${silent.join('; ')}.`] satisfies Line]
      : []),
  ];
}

/** Placed units first place first, then those that are not considered, in the order of the bloc. */
export function byPlace(tally: Tally): UnitTally[] {
  const placed = tally.ranking.flatMap(place => place.unitIds);
  const find = (id: string) => tally.units.find(unit => unit.unitId === id);
  const first = placed.flatMap(id => find(id) ?? []);
  return [...first, ...tally.units.filter(unit => unit.rank === null)];
}

const shownPoints = (unit: UnitTally, table: ScoreTable) =>
  table.settings.measure === 'percent' && unit.percent !== null
    ? `${formatTotal(unit.percent, table.settings.shownDecimals)} %`
    : formatTotal(unit.points, table.settings.shownDecimals);

function noteOf(unit: UnitTally, tally: Tally): string | null {
  const [knockout] = unit.knockouts;
  if (knockout) return `${outWord(unit)}: ${knockoutReason(knockout)}`;
  const tied = tally.ranking.some(place => place.unitIds.length > 1 && place.unitIds.includes(unit.unitId));
  const waiting = unit.counts.open + unit.counts.skipped;
  const parts = [
    className(unit.class),
    tied ? 'đồng hạng' : null,
    waiting > 0 ? `còn ${waiting} tiêu chí chưa có điểm` : null,
  ].filter(part => part !== null);
  const [first, ...rest] = parts;
  return first === undefined ? null : [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' · ');
}

export function rankingShown(
  tally: Tally,
  table: ScoreTable,
  head: { bloc: string; year: number; state: ResultState },
): RankingShown {
  const most = Math.max(table.max, 1);
  const share = (unit: UnitTally) =>
    table.settings.measure === 'percent' ? (unit.percent ?? 0) / 10_000 : unit.points / most;
  const official = head.state.kind === 'published';
  return {
    title: head.bloc,
    below: `Kết quả chấm điểm thi đua năm ${head.year} · thang ${formatPoints(table.max)} điểm`,
    official,
    rows: byPlace(tally).map(unit => ({
      rank: unit.rank,
      unitName: unit.unitName,
      points: shownPoints(unit, table),
      share: share(unit),
      note: noteOf(unit, tally),
    })),
    foot:
      head.state.kind === 'published'
        ? `Công bố lúc ${formatInstant(head.state.at)}.`
        : `Tính lúc ${formatInstant(head.state.now)}; có thể thay đổi cho đến khi công bố.`,
  };
}

export function groupsShown(unit: UnitTally, head: { year: number; state: ResultState }): GroupsShown {
  const share = (points: number, max: number) => (max === 0 ? 0 : points / max);
  return {
    title: unit.unitName,
    below: `Điểm theo nhóm tiêu chí · năm ${head.year}`,
    official: head.state.kind === 'published',
    rows: unit.children.map(node => ({
      name: `${node.no}. ${node.name}`,
      points: node.points === null ? '–' : formatPoints(node.points),
      max: formatPoints(node.max),
      share: share(node.points ?? 0, node.max),
    })),
    total: { points: formatPoints(unit.points), max: formatPoints(unit.max) },
  };
}

/** What put units of equal points one behind the other. */
export function decidedLines({ units, ranking }: Tally, table: ScoreTable): string[] {
  const nameOf = (id: string) => units.find(unit => unit.unitId === id)?.unitName ?? '';
  return ranking.flatMap(({ unitIds, decidedBy }, n) => {
    const before = ranking[n - 1];
    if (decidedBy === null || !before) return [];
    const [above, below] = [before.unitIds, unitIds].map(ids => ids.map(nameOf).join('; '));
    return [`Bằng điểm, ${above} xếp trên ${below} theo ${tieKeyWords(decidedBy, table)}.`];
  });
}

export const rankingText = {
  title: (bloc: string, state: ResultState): Line => [
    { bold: `Xếp hạng (${resultWord(state)})` },
    ` · ${bloc}.`,
  ],
  table: (tally: Tally, table: ScoreTable): Table => ({
    columns: [
      { title: 'Hạng', align: 'right' },
      { title: 'Đơn vị', align: 'left' },
      { title: 'Điểm', align: 'right' },
    ],
    rows: byPlace(tally).map(unit => [
      unit.rank === null ? '–' : String(unit.rank),
      unit.unitName,
      shownPoints(unit, table),
    ]),
  }),
  /** Classes, ties and exclusions, each with its reason. */
  notes: (tally: Tally, table: ScoreTable): Line[] => {
    const nameOf = (id: string) => tally.units.find(unit => unit.unitId === id)?.unitName ?? '';
    const classes = byPlace(tally).flatMap(unit => {
      const name = className(unit.class);
      return name === null ? [] : [{ name, unitName: unit.unitName }];
    });
    const named = [...new Set(classes.map(one => one.name))];
    const ties = tally.ranking.filter(place => place.tie !== null);
    return [
      ...named.map(
        (name): Line => [
          { bold: `${name}: ` },
          classes
            .filter(one => one.name === name)
            .map(one => one.unitName)
            .join('; '),
          '.',
        ],
      ),
      ...ties.map(
        (place): Line => [
          `Đồng hạng ${place.rank}: ${place.unitIds.map(nameOf).join('; ')}. `,
          place.tie?.kind === 'needs'
            ? `Để phân định cần ${tieKeyWords(place.tie.key, table)}; đề nghị Trưởng khối bổ sung (/phan_hang).`
            : 'Các tiêu chí ưu tiên không phân định được; Khối quyết định.',
        ],
      ),
      ...decidedLines(tally, table).map((line): Line => [line]),
      ...outLines(tally.units),
    ];
  },
  provisional: (): Line => ['Điểm còn thay đổi cho đến khi công bố.'],
  publishedAt: (at: Date, appealUntil: string | null): Line => [
    `Công bố lúc ${formatInstant(at)}; điểm đã khóa.`,
    appealUntil === null ? '' : ` Nhận kiến nghị đến hết ngày ${appealUntil}.`,
  ],
  hidden: (): Line[] => [
    ['Kết quả chưa công bố nên chưa xem được điểm của đơn vị khác.'],
    ['Đồng chí gõ /diem để xem điểm của đơn vị mình.'],
  ],
  picture: (title: string): Line[] => [[title]],
} as const;
