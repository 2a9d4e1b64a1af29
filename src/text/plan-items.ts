import { dueOf } from '../core/boundary.ts';
import type { Calendar } from '../core/calendar.ts';
import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { Proposal } from '../core/plan-diff.ts';
import {
  type Evidence,
  isPast,
  isUndated,
  type PlanItem,
  type PlannedMilestone,
  type PlannedQuota,
} from '../core/plan-draft.ts';
import { formatDay } from './days.ts';
import { kindLabels, termShort, termWords } from './deadlines.ts';
import { everyWords } from './due-words.ts';
import { aimWords, formatFigure } from './figures.ts';
import { clean, clip } from './fold.ts';
import { joinVi } from './sizes.ts';

/** How a plan's facts are put into words: in its review, and in `/ke_hoach` afterwards. */

/** UTF-16 units of a quotation within a list. */
const SHORT_QUOTE = 90;
const SHORT_NAME = 90;

export const quoted = ({ quote, line }: Evidence, units = SHORT_QUOTE): string =>
  `“${clip(clean(quote), units)}”${line === null ? '' : ` (dòng ${line})`}`;

const term = (item: Extract<PlanItem, { kind: 'deadline' }>) => {
  const due = dueOf(item.boundary);
  return due.kind === 'dated' ? due : { dueOn: null, dueBefore: null, window: null, precision: null };
};

const obligedWords = {
  units: 'các đơn vị',
  bloc: 'Trưởng khối (thay mặt khối)',
  both: 'các đơn vị và Trưởng khối',
} as const;

export const milestoneDays = ({
  startsOn,
  endsOn,
}: Pick<PlannedMilestone, 'startsOn' | 'endsOn'>): string => {
  if (startsOn === null) return 'chưa rõ ngày';
  return endsOn === null ? formatDay(startsOn) : `${formatDay(startsOn)} – ${formatDay(endsOn)}`;
};

export const perWords: Record<PlannedQuota['scope'], string> = {
  per_unit: 'mỗi đơn vị',
  per_bloc: 'mỗi khối',
  whole: 'toàn khối',
  per_person: 'mỗi người',
};

/** ` (chỉ Phòng Kinh tế)`, where not everybody owes it. */
const amongWords = (item: PlanItem): string =>
  item.kind === 'deadline' && item.among
    ? ` (${item.among.kind === 'only' ? 'chỉ' : 'trừ'} ${joinVi(item.among.names)})`
    : '';

/** What an item is called, and what it says: `Báo cáo sơ kết`, `trước tháng 6/2026`. */
function itemWords(item: PlanItem): { name: string; says: string } {
  switch (item.kind) {
    case 'deadline': {
      const again = item.every ? `, ${everyWords[item.every]}` : '';
      return { name: item.title, says: `${termShort(term(item))}${again}` };
    }
    case 'target': {
      const aim = aimWords(item);
      const period = item.period ? ` (${item.period})` : '';
      return { name: item.metric, says: aim === null ? '' : `${aim}${period}` };
    }
    case 'quota':
      return { name: item.award, says: `${formatFigure(item, item.measure)}, ${perWords[item.scope]}` };
    case 'milestone':
      return { name: item.name, says: milestoneDays(item) };
  }
}

export const itemName = (item: PlanItem): string => itemWords(item).name;

/** One line of the review: number, name, what it says, where it stands in the document. */
export function itemLine(proposal: Proposal, today: Day): Line {
  const { item } = proposal;
  const { name: whole, says } = itemWords(item);
  const name = clip(whole, SHORT_NAME);
  const doubt = item.doubt === null ? '' : ' ⚠';
  const whose = clip(amongWords(item), SHORT_NAME);
  // Without a day, its own words say most.
  if (isUndated(item) && item.from)
    return [`${item.no}. ${name}${whose}: `, { italic: quoted(item.from) }, doubt];
  const where = item.from?.line ? ` (dòng ${item.from.line})` : '';
  const past = isPast(item, today) ? ', đã qua' : '';
  const behind = `${past}${before(proposal)}${where}${doubt}`;
  if (says === '') return [`${item.no}. ${name}${whose}${behind}`];
  return [`${item.no}. ${name}${whose}: `, { bold: says }, behind];
}

/** What stood before, where the plan says otherwise. */
function before(proposal: Proposal): string {
  if (proposal.kind === 'moved') {
    const { from, affected } = proposal;
    const was = from === null ? 'chưa định ngày' : formatDay(from);
    return `, trước đây: ${was}${affected > 0 ? `; ${affected} đơn vị chưa nộp theo hạn mới` : ''}`;
  }
  if (proposal.kind !== 'changed') return '';
  if ('target' in proposal) return `, trước đây: ${aimWords(proposal.target) ?? proposal.target.metric}`;
  if ('quota' in proposal) return `, trước đây: ${formatFigure(proposal.quota, proposal.item.measure)}`;
  return `, trước đây: ${milestoneDays(proposal.milestone)}`;
}

/** Everything known of one item, and the words it comes from. */
export function itemDetail(item: PlanItem, calendar: Calendar): Line[] {
  const { name, says } = itemWords(item);
  return [
    [{ bold: `${item.no}. ${name}` }],
    ...(item.kind === 'deadline'
      ? [
          [`Loại việc: ${kindLabels[item.deadlineKind].toLowerCase()}`],
          ['Hạn: ', { bold: termWords(term(item), calendar) }],
          ...(item.every ? [[`Lặp lại: ${everyWords[item.every]}`]] : []),
          [`Thực hiện: ${obligedWords[item.obliged]}${amongWords(item)}`],
          ...(item.recipient ? [[`Nơi nhận: ${item.recipient}`]] : []),
        ]
      : says === ''
        ? []
        : [[{ bold: says }]]),
    ...(item.from ? [['Văn bản viết: ', { italic: quoted(item.from, 400) }] satisfies Line] : []),
    ...(item.doubt ? [[`⚠ ${item.doubt}`]] : []),
  ];
}
