import type { Calendar } from '../core/calendar.ts';
import type { Day } from '../core/day.ts';
import { isHandedIn } from '../core/deadline.ts';
import type { ChangeEffect, LiveDeadline } from '../core/deadline-change.ts';
import type { Duty } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import type { ScoreEffect } from '../core/score-effect.ts';
import { formatDayLong } from './days.ts';
import {
  changeText,
  effectLines,
  partyName,
  partyWords,
  recurs,
  type Term,
  termShort,
  termWords,
} from './deadlines.ts';
import { scoreEffectText } from './score-effect.ts';

/** Sentences of `/doi_han`, `/gia_han` and `/huy_han`. */

export type Op = 'move' | 'extend' | 'cancel';

/** What is to be done, as far as words go. */
export type ChangeShown =
  | { op: 'move'; title: string | null; term: Term | null }
  | { op: 'extend'; duties: readonly Duty[]; dueOn: Day; reason: string }
  | { op: 'cancel'; reason: string; later: boolean };

interface Around {
  calendar: Calendar;
  today: Day;
}

const doing: Record<Op, string> = { move: 'đổi', extend: 'gia hạn', cancel: 'hủy' };

const working = (dueOn: Day | null, calendar: Calendar) =>
  dueOn === null ? 'chưa có' : formatDayLong(calendar.workingDayOnOrBefore(dueOn));

const termLabel = ({ kind }: LiveDeadline) => (isHandedIn(kind) ? 'Hạn: ' : 'Thời gian: ');

/** Its words name the very day that is the last to work on. */
const endsOnItsDay = ({ dueOn, dueBefore, window }: Term, calendar: Calendar) =>
  dueOn === null || (dueBefore === null && window === null && calendar.isWorkingDay(dueOn));

/** Old → new, with the last working day of each. */
function changeLines(deadline: LiveDeadline, shown: ChangeShown, { calendar }: Around): Line[] {
  switch (shown.op) {
    case 'move': {
      const { title, term } = shown;
      return [
        title === null ? [{ bold: deadline.title }] : ['Tên: ', `${deadline.title} → `, { bold: title }],
        ...(term
          ? [
              [termLabel(deadline), `${termShort(deadline)} → `, { bold: termShort(term) }],
              ...(endsOnItsDay(deadline, calendar) && endsOnItsDay(term, calendar)
                ? []
                : [
                    [
                      'Ngày làm việc cuối: ',
                      `${working(deadline.dueOn, calendar)} → `,
                      { bold: working(term.dueOn, calendar) },
                    ] satisfies Line,
                  ]),
            ]
          : []),
      ];
    }
    case 'extend': {
      const { duties, dueOn, reason } = shown;
      return [
        [{ bold: deadline.title }],
        ...duties.map(
          (duty): Line => [
            `${partyName(duty)}: ${duty.dueOn ? formatDayLong(duty.dueOn) : 'chưa định ngày'} → `,
            { bold: formatDayLong(dueOn) },
          ],
        ),
        ...(calendar.isWorkingDay(dueOn) ? [] : [[`Ngày làm việc cuối: ${working(dueOn, calendar)}`]]),
        [`Lý do: ${reason}`],
      ];
    }
    case 'cancel':
      return [
        [{ bold: deadline.title }],
        [termLabel(deadline), termWords(deadline, calendar), ' → ', { bold: 'hủy' }],
        ...(shown.later ? [[`Các kỳ sau cũng thôi (đang lặp ${recurs(deadline)}).`]] : []),
        [`Lý do: ${shown.reason}`],
      ];
  }
}

/** Of what comes back a day is moved once, a name from now on. */
function laterOnes(deadline: LiveDeadline, shown: ChangeShown): Line[] {
  if (shown.op !== 'move' || recurs(deadline) === '' || deadline.dueOn === null) return [];
  if (!shown.term) return [['Tên mới dùng cho kỳ này và các kỳ sau.']];
  return [
    [
      `Chỉ đổi ngày của kỳ này; các kỳ sau vẫn theo lịch ${recurs(deadline)} đã đặt.`,
      shown.title === null ? '' : ' Tên mới dùng cho cả các kỳ sau.',
    ],
    [
      'Muốn đổi cả các kỳ sau: gõ ',
      { code: '/huy_han' },
      ', chọn “Cả các kỳ sau”, rồi ',
      { code: '/them_han' },
      '.',
    ],
  ];
}

const heads: Record<Op, string> = { move: 'Đổi hạn', extend: 'Gia hạn', cancel: 'Hủy hạn' };

export const changeLabelsOf = {
  thisOne: 'Chỉ kỳ này',
  allLater: 'Cả các kỳ sau',
} as const;

export const deadlineChangeText = {
  choose: (op: Op): Line => [`Đồng chí ${doing[op]} hạn nào? Chọn trong danh sách, hoặc gõ số hay tên.`],
  page: (page: number, pages: number): Line => [`Trang ${page}/${pages}`],
  none: (op: Op): Line[] => [
    [op === 'extend' ? 'Hiện không có hạn nào đang chờ nộp để gia hạn.' : 'Hiện không có hạn nào.'],
    ['Thêm hạn: gõ ', { code: '/them_han' }, '.'],
  ],
  noMatch: (): Line => ['Hệ thống chưa nhận ra hạn nào. Đề nghị đồng chí chọn trong danh sách.'],
  several: (): Line => ['Có vài hạn như vậy. Đồng chí chọn một.'],
  chosen: (deadline: LiveDeadline, { calendar }: Around): Line[] => [
    [{ bold: deadline.title }],
    [`Hạn hiện nay: ${termWords(deadline, calendar)}${recurs(deadline) ? `, ${recurs(deadline)}` : ''}`],
  ],
  askNew: (): Line => [
    'Hạn mới đến khi nào? Ví dụ: trước ngày 20/6. Đổi tên thì gõ ',
    { code: 'tên Báo cáo sơ kết' },
    '.',
  ],
  askDay: (): Line => ['Gia hạn đến ngày nào? Ví dụ: 20/6.'],
  askUnits: (): Line => ['Gia hạn cho đơn vị nào? Chọn trong danh sách, hoặc gõ tên một hay nhiều đơn vị.'],
  askReason: (op: Op): Line => [`Lý do ${doing[op]}? Đồng chí ghi ngắn gọn.`],
  askScope: (): Line => ['Hạn này lặp lại. Hủy kỳ này hay cả các kỳ sau?'],
  unknownUnits: (typed: string): Line => [
    `Trong các đơn vị phải nộp hạn này chưa thấy “${typed}”. Đề nghị gõ tên như trong danh sách.`,
  ],
  notLater: (dueOn: Day): Line => [
    `Ngày gia hạn phải sau hạn hiện nay (${formatDayLong(dueOn)}). Muốn rút ngắn, đồng chí dùng `,
    { code: '/doi_han' },
    '.',
  ],
  sameDay: (): Line => ['Hạn mới trùng hạn hiện nay nên không có gì để đổi.'],
  changedMeanwhile: (): Line => ['Trong lúc đó hạn này vừa được đổi. Đồng chí xem lại.'],
  goneMeanwhile: (): Line[] => [['Trong lúc đó hạn này đã được hủy; không có gì thay đổi thêm.']],
  useButtons: (): Line => ['Đồng chí chọn một mục, hoặc gõ phần cần sửa.'],

  review: (
    deadline: LiveDeadline,
    shown: ChangeShown,
    effect: ChangeEffect,
    around: Around,
    also: { past: boolean; hour: boolean; scores: ScoreEffect },
  ): Line[] => [
    changeText.preview(),
    ...changeLines(deadline, shown, around),
    ...laterOnes(deadline, shown),
    ...(effect.affected.length > 0 && shown.op !== 'extend'
      ? [[`Liên quan: ${partyWords(effect.affected, deadline.duties)}`]]
      : []),
    ...effectLines(effect, around.today),
    ...scoreEffectText.lines(also.scores),
    ...(also.hour ? [changeText.hourDropped()] : []),
    ...(also.past ? [changeText.past()] : []),
  ],
  done: (deadline: LiveDeadline, shown: ChangeShown, around: Around, untilTime: string): Line[] => [
    [{ bold: `Đã ${heads[shown.op].toLowerCase()}` }, '.'],
    ...changeLines(deadline, shown, around),
    ...laterOnes(deadline, shown).slice(0, 1),
    changeText.undoUntil(untilTime),
  ],
  /** To the units concerned. */
  news: (
    bloc: string,
    deadline: LiveDeadline,
    shown: ChangeShown,
    effect: ChangeEffect,
    around: Around,
  ): Line[] => [
    [{ bold: `[${heads[shown.op]}]` }, ` ${bloc}.`],
    ...changeLines(deadline, shown, around),
    ...(shown.op === 'cancel'
      ? []
      : effectLines({ ...effect, rejudged: [], reminders: { before: [], after: [] } }, around.today)),
    ['Trân trọng thông báo.'],
  ],
  /** To one whose own handing-in is judged anew. */
  rejudged: (before: number, after: number): Line => [
    after === 0
      ? 'Bản đơn vị đã nộp nay được tính là đúng hạn.'
      : before === 0
        ? `Bản đơn vị đã nộp nay tính trễ ${after} ngày.`
        : `Bản đơn vị đã nộp nay tính trễ ${after} ngày (trước: ${before} ngày).`,
  ],
  /** To the groups: an extension without its reason, which may be the unit's own affair. */
  groupNews: (bloc: string, deadline: LiveDeadline, shown: ChangeShown, around: Around): Line[] => [
    [{ bold: `[${heads[shown.op]}]` }, ` ${bloc}.`],
    ...(shown.op === 'extend'
      ? [
          [{ bold: deadline.title }],
          [
            `${partyWords(shown.duties, deadline.duties)}: gia hạn đến `,
            { bold: formatDayLong(shown.dueOn) },
            shown.duties.length < deadline.duties.length ? `; các đơn vị khác: ${termShort(deadline)}.` : '.',
          ],
        ]
      : changeLines(deadline, shown, around)),
    ['Trân trọng thông báo.'],
  ],
} as const;
