import type { Calendar } from '../core/calendar.ts';
import type { LiveDeadline } from '../core/deadline-change.ts';
import type { Duty } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import type { DeadlineInverse, PlanInverse, UndoOutcome } from '../core/undo.ts';
import { formatDay } from './days.ts';
import { partyWords, termWords, two } from './deadlines.ts';
import { phaseName } from './phase-words.ts';

/** Sentences of `/hoan_tac`. */

type Refusal = Exclude<UndoOutcome['kind'], 'done' | 'plan_done' | 'in_the_way'>;
const refused: Record<Refusal, string> = {
  nothing: 'Đồng chí chưa có thay đổi nào về hạn hay kế hoạch để hoàn tác.',
  unknown: 'Hệ thống không tìm thấy thay đổi này để hoàn tác.',
  used: 'Thay đổi này đã được hoàn tác trước đó.',
  expired: 'Đã quá 10 phút nên không hoàn tác được nữa.',
  superseded: 'Hạn này đã có thay đổi sau đó nên không hoàn tác được thay đổi này.',
  handed_in: 'Đã có đơn vị nộp cho hạn này nên không rút lại được.',
};

interface Undone {
  inverse: DeadlineInverse;
  /** As it was before it was taken back, where it was live. */
  before: LiveDeadline | null;
  /** As it stands now. */
  after: LiveDeadline | null;
}

/** What holds again, for the one who took it back and for those concerned. */
function result({ inverse, before, after }: Undone, calendar: Calendar): Line[] {
  const title = (after ?? before)?.title ?? '';
  switch (inverse.kind) {
    case 'deadline.withdraw':
      return [['Không còn hạn ', { bold: title }, '.']];
    case 'deadline.restore':
      return after
        ? [
            [{ bold: after.title }, `: hạn vẫn là ${termWords(after, calendar)}.`],
            ...extendedLines(after.duties),
          ]
        : [['Hạn ', { bold: title }, ' trở lại như trước.']];
    case 'extension.revoke': {
      const duties = after?.duties ?? [];
      const whose = duties.filter(duty => inverse.obligationIds.includes(duty.obligationId));
      return [
        [{ bold: title }, `: rút gia hạn của ${partyWords(whose, duties)}.`],
        ...ownTerms(whose, calendar),
      ];
    }
  }
}

/** Whoever was given longer keeps it. */
const extendedLines = (duties: readonly Duty[]): Line[] =>
  duties.flatMap(duty =>
    duty.extended && duty.dueOn
      ? [[`${partyWords([duty], duties)}: gia hạn đến ${formatDay(duty.dueOn)}.`]]
      : [],
  );

const ownTerms = (duties: readonly Duty[], calendar: Calendar): Line[] => {
  const [first] = duties;
  const common = duties.every(duty => duty.dueOn === first?.dueOn);
  return first && common
    ? [[`Hạn: ${termWords({ ...first, window: null, precision: null }, calendar)}.`]]
    : [];
};

export const undoText = {
  /** `unheard`: nobody had been told of it yet. */
  done: (undone: Undone, unheard: boolean, calendar: Calendar): Line[] => [
    [
      { bold: 'Đã hoàn tác' },
      unheard ? '; các đơn vị chưa nhận tin gì.' : ' và báo cho các đơn vị liên quan.',
    ],
    ...result(undone, calendar),
  ],
  news: (bloc: string, undone: Undone, calendar: Calendar): Line[] => [
    [{ bold: '[Đính chính]' }, ` ${bloc}: Trưởng khối rút lại thay đổi vừa thông báo.`],
    ...result(undone, calendar),
    ['Trân trọng.'],
  ],
  planDone: ({ deadlineIds, moved, facts, phases }: PlanInverse): Line[] => [
    [
      { bold: 'Đã rút lại kế hoạch vừa ghi' },
      `: ${two(deadlineIds.length + facts.length + moved.length)} mục. Khối và các đơn vị vẫn giữ nguyên.`,
    ],
    ...(phases.length > 0
      ? [
          [
            `Ngày của giai đoạn vẫn giữ (${phases.map(phase => phaseName[phase]).join(', ')}); đổi ngày: `,
            { code: '/giai_doan' },
            '.',
          ] satisfies Line,
        ]
      : []),
    ['Nếu đã thông báo trong nhóm, đồng chí báo lại; nạp lại văn bản: ', { code: '/nap_ke_hoach' }, '.'],
  ],
  inTheWay: (titles: readonly string[]): Line[] => [
    ['Không rút lại được cả kế hoạch vì đã có đơn vị nộp, có số liệu hoặc đã sửa ở:'],
    ...titles.map((title): Line => ['• ', { bold: title }]),
    [
      'Đồng chí sửa từng mục: ',
      ...[{ code: '/doi_han' }, ', ', { code: '/huy_han' }, '; chỉ tiêu: ', { code: '/chi_tieu' }, '.'],
    ],
  ],
  refused: (kind: Refusal): Line[] => [
    [refused[kind]],
    ...(kind === 'expired' || kind === 'superseded'
      ? [
          [
            'Nếu cần, đồng chí dùng ',
            { code: '/doi_han' },
            ', ',
            { code: '/gia_han' },
            ' hoặc ',
            { code: '/huy_han' },
            '.',
          ],
        ]
      : []),
  ],
} as const;
