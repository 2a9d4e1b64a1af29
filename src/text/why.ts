import type { Line } from '../core/message.ts';
import type { Verdict } from '../core/scoring.ts';
import type { LeafTally, NodeTally, UnitTally } from '../core/tally-result.ts';
import { type LevelShown, valueWords } from './answer-value.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { limitWords } from './limit-words.ts';
import { formatPoints } from './points.ts';
import { type ResultState, resultWord } from './ranking.ts';
import { becauseLines } from './reasons.ts';
import { ruleName } from './rule-names.ts';

const stageNames: Record<string, string> = {
  self: 'Đơn vị tự chấm',
  verified: 'Thẩm định',
  final: 'Kết luận',
  appeal: 'Trả lời kiến nghị',
};

/** Sentences of `/vi_sao`. */
export const whyText = {
  which: (): Line[] => [['Đồng chí muốn xem tiêu chí nào? Gõ số, ví dụ /vi_sao 3.2.']],
  unknown: (typed: string): Line[] => [[`Bảng điểm không có tiêu chí hoặc nhóm “${clip(typed, 40)}”.`]],
  noUnit: (): Line[] => [['Đề nghị gõ thêm tên đơn vị, ví dụ /vi_sao 3.2 Phòng Kinh tế.']],
  leaf: (shown: {
    unit: string;
    leaf: LeafTally;
    rule: { id: string; version: number };
    levels: readonly LevelShown[];
    own: LeafTally | undefined;
    history: readonly Verdict[];
    /** Null: not to be seen by whoever asks. */
    nameOf(unitId: string): string | null;
    state: ResultState;
  }): Line[] => {
    const { leaf, own } = shown;
    const points =
      leaf.points === null ? 'chưa có điểm' : `${formatPoints(leaf.points)}/${formatPoints(leaf.max)}`;
    const names = { stage: (key: string) => stageNames[key] ?? key, unit: shown.nameOf };
    return [
      [{ bold: `${shown.unit} · ${leaf.no}. ${leaf.name}` }],
      [{ bold: leaf.state === 'not_assigned' ? 'không được giao' : points }, ` · ${resultWord(shown.state)}`],
      ...becauseLines(leaf, names, shown.state.kind === 'published'),
      ...(own && own.points !== leaf.points && own.points !== null
        ? [[`Điểm ở bước tự chấm: ${formatPoints(own.points)}.`]]
        : []),
      ...shown.history.flatMap(one => historyLines(one, shown.levels)),
      [`Cách tính: ${ruleName(shown.rule)}.`],
    ];
  },
  several: (typed: string): Line => [
    `Có nhiều tiêu chí mang số ${clip(typed, 40)}. Đồng chí muốn xem lý do điểm của tiêu chí nào?`,
  ],
  /** `next`: the number of one below it. */
  group: (unit: string, node: Extract<NodeTally, { kind: 'group' }>, next: string): Line[] => [
    [{ bold: `${unit} · ${node.no}. ${node.name}` }],
    [{ bold: `${formatPoints(node.points)}/${formatPoints(node.max)}` }],
    ...node.children.map(
      (child): Line => [
        `• ${child.no}. ${child.name}: ${child.points === null ? '–' : formatPoints(child.points)}/${formatPoints(child.max)}`,
      ],
    ),
    ...node.limits.map((limit): Line => [limitWords(limit)]),
    [`Gõ /vi_sao ${next} để xem từng tiêu chí.`],
  ],
  unit: (tally: UnitTally, state: ResultState): Line[] => [
    [{ bold: tally.unitName }, ` · ${resultWord(state)}`],
    [{ bold: `${formatPoints(tally.points)}/${formatPoints(tally.max)}` }],
    ...tally.limits.map((limit): Line => [limitWords(limit)]),
    ['Gõ /vi_sao kèm số tiêu chí để xem lý do, ví dụ /vi_sao 3.2.'],
  ],
} as const;

function historyLines(
  { ruling, stage, reason, byName, at, explanation }: Verdict,
  levels: readonly LevelShown[],
) {
  if (ruling.kind === 'agreed') return [];
  const what = ruling.kind === 'changed' ? valueWords(ruling.value, levels) : 'trả lại';
  const lines: Line[] = [
    [`${stageNames[stage] ?? stage} (${byName}, ${formatInstant(at)}): ${what}. Lý do: ${reason ?? ''}`],
  ];
  return explanation?.text ? [...lines, [`Đơn vị giải trình: ${explanation.text}`]] : lines;
}
