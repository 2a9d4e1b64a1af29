import { type Day, dayOf, daysBetween } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { DueStanding } from '../core/progress.ts';
import { fitLabel } from './dated-label.ts';
import { formatDate, formatDayLong, formatTime } from './days.ts';
import { standingWords } from './due-words.ts';
import { unreachedLines } from './unreached.ts';

/** Sentences of `/nhac`: reminders by the lead's hand. */

interface Said {
  lines: Line[];
  choices?: { id: string; label: string; tone?: 'primary' }[][];
}

interface Shown {
  /** Short id for buttons. */
  code: string;
  title: string;
  dueOn: Day;
  standing: DueStanding;
  units: readonly { unitId: string; unitName: string }[];
}

const two = (n: number) => String(n).padStart(2, '0');

/** `sáng mai, 08:00`; `sáng thứ Hai, 15/6/2026, 08:00`. */
function morning(at: Date, now: Date): string {
  const ahead = daysBetween(dayOf(now), dayOf(at));
  const when = ahead === 0 ? 'nay' : ahead === 1 ? 'mai' : formatDayLong(dayOf(at));
  return `sáng ${when}, ${formatTime(at)}`;
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const unitLines = (one: Shown, unreached: ReadonlySet<string>): Line[] =>
  one.units.map(({ unitId, unitName }) => [
    `   – ${unitName}${unreached.has(unitId) ? ' (chưa có đầu mối ghép nối, không nhận được)' : ''}`,
  ]);

const all = (code: string) => ({ id: `nhac xem ${code}`, label: 'Tất cả' });

export const nudgeText = {
  nobody: (asked: string): Said => ({
    lines: [
      [
        asked === ''
          ? 'Không có đơn vị nào còn thiếu báo cáo có hạn.'
          : `Không có hạn nào còn thiếu đơn vị tên như “${asked}”.`,
      ],
      ['Gõ ', { code: '/tien_do' }, ' để xem tình hình nộp.'],
    ],
  }),
  which: (shown: readonly Shown[], more: number, now: Date, allCode: string): Said => ({
    lines: [
      ['Nhắc các đơn vị chưa nộp về hạn nào?'],
      ...shown.map(
        (one, n): Line => [
          `${n + 1}. `,
          { bold: one.title },
          ` – ${formatDayLong(one.dueOn)} (${standingWords(one.standing)}), còn ${two(one.units.length)} đơn vị`,
        ],
      ),
      ...(more > 0 ? [[`Còn ${more} hạn nữa: gõ `, { code: '/nhac' }, ' kèm tên hạn.'] satisfies Line] : []),
    ],
    choices: [
      ...shown.map((one, n) => [
        {
          id: `nhac xem ${one.code}`,
          label: fitLabel(`${n + 1}. ${one.title}`, formatDate(one.dueOn, dayOf(now))),
        },
      ]),
      ...(shown.length > 1 ? [[all(allCode)]] : []),
    ],
  }),
  /** `later`: now is no time to speak, then it is when. */
  preview: (
    chosen: readonly Shown[],
    code: string,
    unreached: ReadonlySet<string>,
    later: { at: Date; dayOff: boolean } | null,
    now: Date,
  ): Said => {
    const drop = { id: 'nhac thoi', label: 'Bỏ' };
    const why = later?.dayOff ? 'Hôm nay là ngày nghỉ' : 'Bây giờ là giờ yên lặng';
    return {
      lines: [
        ['Nhắc riêng đầu mối các đơn vị chưa nộp:'],
        ...chosen.flatMap((one): Line[] => [
          ['• ', { bold: one.title }, `, hạn ${formatDayLong(one.dueOn)}`],
          ...unitLines(one, unreached),
        ]),
        later
          ? [`${why} nên Hệ thống không nhắn ngay. Gửi vào ${morning(later.at, now)}?`]
          : ['Gửi ngay bây giờ?'],
      ],
      choices: [
        [
          later
            ? { id: `nhac sang ${code}`, label: capital(morning(later.at, now)), tone: 'primary' }
            : { id: `nhac ngay ${code}`, label: 'Gửi ngay', tone: 'primary' },
          drop,
        ],
      ],
    };
  },
  sent: (units: readonly string[], unreached: readonly string[]): Line[] => [
    [
      units.length > 0
        ? `Đã nhắc ${two(units.length)} đơn vị: ${units.join('; ')}.`
        : 'Chưa nhắc được đơn vị nào.',
    ],
    ...unreachedLines(unreached),
  ],
  planned: (at: Date, now: Date, titles: readonly string[]): Line[] => [
    [`Sẽ nhắc vào ${morning(at, now)}: ${titles.join('; ')}.`],
    ['Đơn vị nào nộp trước lúc đó thì không bị nhắc.'],
  ],
  capped: (
    titles: readonly string[],
    most: number,
    today: boolean,
    next: { at: Date; code: string } | null,
    now: Date,
  ): Said => ({
    lines: [
      [
        `${today ? 'Hôm nay' : 'Ngày đó'} đã có đủ ${two(most)} lần nhắc tay về ${titles.join('; ')}, nên không nhắc thêm để tránh làm phiền.`,
      ],
      ['Lịch nhắc tự động vẫn giữ nguyên.'],
    ],
    ...(next ? { choices: [[{ id: `nhac sang ${next.code}`, label: capital(morning(next.at, now)) }]] } : {}),
  }),
  /** The same press twice. */
  again: (titles: readonly string[], at: Date, now: Date): Said => ({
    lines: [
      [
        at > now
          ? `Đã hẹn nhắc vào ${morning(at, now)}: ${titles.join('; ')}.`
          : `Vừa nhắc ít phút trước, không gửi lại: ${titles.join('; ')}.`,
      ],
    ],
  }),
  dropped: (): Said => ({ lines: [['Chưa nhắc đơn vị nào.']] }),
};
