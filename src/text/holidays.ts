import { type DecidedRun, runsOf } from '../core/bloc-calendar.ts';
import type { MovedDeadline } from '../core/calendar-effect.ts';
import type { ComingDays } from '../core/coming-days.ts';
import type { Day } from '../core/day.ts';
import type { DayDecision, HolidayQuestion } from '../core/holiday-questions.ts';
import type { CalendarDay, DayStatus } from '../core/holidays.ts';
import type { Line } from '../core/message.ts';
import { formatDay, formatDayLong, formatInstant } from './days.ts';

/** Sentences about days off: the question to the lead, `/ngay_nghi` and what a decision changes. */

interface Said {
  lines: Line[];
  choices?: { id: string; label: string; tone?: 'primary' }[][];
}

const statusWords: Record<DayStatus, string> = {
  law: 'theo luật',
  confirmed: 'đã có thông báo',
  likely: 'chưa chắc chắn',
  proposal: 'mới là đề xuất',
  computed: 'chưa có thông báo',
  unknown: 'chưa rõ',
};
const whatWords = { off: 'nghỉ', working: 'đi làm' } as const;
const decisionWords: Record<DayDecision, string> = {
  off: 'khối đã chốt nghỉ',
  working: 'khối đã chốt đi làm',
  open: 'khối chưa chốt',
};

const SHOWN = 4;
const RANGE_EXAMPLE = '/ngay_nghi 5/2 đến 10/2 nghỉ';
const short = (on: Day) => formatDay(on).replace(/\/\d{4}$/, '');

const span = (from: Day, to: Day) =>
  from === to ? formatDayLong(from) : `${formatDayLong(from)} – ${formatDayLong(to)}`;

/** The question's days, those of one name that follow each other in one line. */
function dayLines(days: readonly CalendarDay[]): Line[] {
  const what = new Map(days.map(one => [one.day, one.what] as const));
  const nameOf = (on: Day) => days.find(one => one.day === on)?.name ?? '';
  return runsOf(what).map(({ from, to, what: is }) => [
    '• ',
    { bold: span(from, to) },
    `: ${is === 'open' ? '' : whatWords[is]} – ${nameOf(from)}`,
  ]);
}

const decidedWords = ({ from, to, what }: DecidedRun) => {
  if (what === 'open') return span(from, to);
  return from === to
    ? `${whatWords[what]} ${formatDayLong(from)}`
    : `${whatWords[what]} từ ${formatDayLong(from)} đến hết ${formatDayLong(to)}`;
};
const allDecided = (days: ReadonlyMap<Day, DayDecision>) => runsOf(days).map(decidedWords).join('; ');
const isOpen = (days: ReadonlyMap<Day, DayDecision>) => [...days.values()].every(what => what === 'open');

/** Labels of the two answers, as the question's days need it. */
function labels({ days }: HolidayQuestion): { yes: string; no: string } {
  const working = days.find(one => one.what === 'working');
  const off = days.find(one => one.what === 'off');
  if (working && off)
    return { yes: `Nghỉ ${short(off.day)}, bù ${short(working.day)}`, no: 'Không hoán đổi' };
  if (days.length > 1) return { yes: `Nghỉ cả ${days.length} ngày`, no: 'Làm việc' };
  return off ? { yes: 'Nghỉ', no: 'Làm việc' } : { yes: 'Làm việc', no: 'Nghỉ' };
}

function answers(question: HolidayQuestion) {
  const { yes, no } = labels(question);
  const id = (answer: string) => `ngay_nghi dot ${question.first} ${answer}`;
  const yesNo = [
    { id: id('yes'), label: yes },
    { id: id('no'), label: no },
  ];
  return [yesNo, [{ id: id('open'), label: 'Chưa rõ' }]];
}

function comingLine({ from, to, what, name, status, source, decided }: ComingDays): Line {
  const known =
    status === null ? [] : [status === 'law' ? source : `${statusWords[status]}, nguồn: ${source}`];
  const notes = [...known, ...(decided ? [decisionWords[decided]] : [])];
  return [
    '• ',
    { bold: span(from, to) },
    `: ${whatWords[what]}${name ? ` – ${name}` : ''} (${notes.join('; ')})`,
  ];
}

function movedLines(moved: readonly MovedDeadline[]): Line[] {
  if (moved.length === 0) return [['Không hạn nào bị ảnh hưởng.']];
  const lines = moved.slice(0, SHOWN).map(({ title, dueOn, lastDay, end }): Line => {
    const last = lastDay.before === lastDay.after ? '' : `ngày làm việc cuối ${formatDayLong(lastDay.after)}`;
    const until = +end.before === +end.after ? '' : `nhận đến ${formatInstant(end.after)}`;
    return [`• ${title} (hạn ${formatDay(dueOn)}): ${[last, until].filter(part => part !== '').join('; ')}`];
  });
  const more = moved.length - SHOWN;
  return [['Ảnh hưởng:'], ...lines, ...(more > 0 ? [[`  … và ${more} hạn khác.`]] : [])];
}

export const holidayText = {
  /** To a unit whose terms a decision moves. */
  toUnit: (bloc: string, days: ReadonlyMap<Day, DayDecision>, moved: readonly MovedDeadline[]): Line[] => [
    [{ bold: '[Thông báo]' }, ` ${bloc}${isOpen(days) ? ' chưa chốt ngày nghỉ' : ''}: ${allDecided(days)}.`],
    ...movedLines(moved),
  ],
  question: (question: HolidayQuestion, bloc: string): Said => {
    const [first] = question.days;
    const run = question.days.length > 1 && question.days.every(one => one.what === 'off');
    return {
      lines: [
        [{ bold: '[Xác nhận ngày nghỉ]' }, ` ${bloc}.`],
        ...dayLines(question.days),
        [`Nguồn: ${first?.source ?? ''} (${statusWords[first?.status ?? 'unknown']}).`],
        ['Khi chưa xác nhận, Hệ thống không nhắn vào ngày có thể nghỉ và không thay đổi hạn nào.'],
        ['Ở khối ta những ngày này thế nào?'],
        ...(run
          ? [['Chốt từng ngày thì gõ, ví dụ: ', { code: `/ngay_nghi ${formatDay(question.first)} nghỉ` }]]
          : []),
      ],
      choices: answers(question),
    };
  },
  list: (coming: readonly ComingDays[], open: readonly HolidayQuestion[], lead: boolean): Said => ({
    lines: [
      [{ bold: 'Ngày nghỉ và ngày làm bù sắp tới' }],
      ...(coming.length === 0 ? [['Không có ngày nào.']] : coming.map(comingLine)),
      ...(lead
        ? [
            [
              'Chốt cho khối: gõ, ví dụ ',
              { code: '/ngay_nghi 23/11 nghỉ' },
              '; ',
              { code: RANGE_EXAMPLE },
              '; ',
              { code: '/ngay_nghi 28/11 làm việc' },
              '; ',
              { code: '/ngay_nghi 23/11 rút lại' },
              '.',
            ],
          ]
        : []),
    ],
    ...(lead && open.length > 0
      ? {
          choices: open.map(({ first }) => [
            { id: `ngay_nghi hoi ${first}`, label: `Chốt ngày ${short(first)}` },
          ]),
        }
      : {}),
  }),
  preview: (
    days: ReadonlyMap<Day, DayDecision>,
    moved: readonly MovedDeadline[],
    scores: readonly Line[],
    save: string,
  ): Said => ({
    lines: [
      [{ bold: 'Xem trước' }, ' (chưa thay đổi gì)'],
      [isOpen(days) ? 'Để ngỏ: ' : 'Khối ', { bold: allDecided(days) }, '.'],
      ...movedLines(moved),
      ...scores,
    ],
    choices: [
      [
        { id: save, label: 'Thực hiện', tone: 'primary' },
        { id: 'ngay_nghi thoi', label: 'Bỏ' },
      ],
    ],
  }),
  decided: (
    days: ReadonlyMap<Day, DayDecision>,
    moved: readonly MovedDeadline[],
    scores: readonly Line[],
    undo: string,
  ): Said => {
    const open = isOpen(days);
    return {
      lines: [
        [open ? 'Khối để ngỏ: ' : 'Đã chốt, khối ', { bold: allDecided(days) }, '.'],
        ...movedLines(moved),
        ...scores,
        ['Lịch nhắc đã được tính lại.'],
      ],
      ...(open ? {} : { choices: [[{ id: undo, label: 'Rút lại' }]] }),
    };
  },
  told: (days: ReadonlyMap<Day, DayDecision>, by: string): Line[] => [
    [
      isOpen(days)
        ? `Đồng chí ${by} đã để ngỏ ngày nghỉ của khối: ${allDecided(days)}.`
        : `Đồng chí ${by} đã chốt cho khối: ${allDecided(days)}.`,
    ],
  ],
  dropped: (): Line[] => [['Chưa thay đổi gì.']],
  nothingToDo: (from: Day, to: Day, what: DayDecision): Line[] => [
    [
      what === 'open'
        ? `Khối chưa chốt ngày nào trong ${span(from, to)}.`
        : `${span(from, to)}: lịch đã là ${whatWords[what]}, không cần chốt thêm.`,
    ],
  ],
  tooLong: (most: number): Line[] => [
    [`Mỗi lần chốt được nhiều nhất ${most} ngày, ngày đầu trước ngày cuối. Ví dụ: `, { code: RANGE_EXAMPLE }],
  ],
  official: ({ day, what, name, status }: CalendarDay): Line[] => [
    [`${formatDayLong(day)}: ${whatWords[what]} – ${name} (${statusWords[status]}).`],
    ['Ngày đã có quy định chung thì không đổi riêng cho khối được.'],
  ],
  onlyLead: (): Line[] => [['Việc chốt ngày nghỉ dành cho Trưởng khối.']],
  past: (on: Day): Line[] => [[`${formatDayLong(on)} đã qua, không chốt lại được.`]],
  gone: (): Line[] => [
    ['Đợt nghỉ này đã qua hoặc đã có thông báo chính thức. Gõ ', { code: '/ngay_nghi' }, ' để xem.'],
  ],
  unclear: (typed: string): Line[] => [
    [`Hệ thống chưa rõ “${typed}”. Ví dụ: `, { code: '/ngay_nghi 23/11 nghỉ' }],
  ],
};
