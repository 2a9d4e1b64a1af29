import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { formatDay, formatDayLong } from './days.ts';

/** Sentences of `/vang_mat`: who is away, and who is told instead. */

interface Said {
  lines: Line[];
  choices?: { id: string; label: string; tone?: 'primary' }[][];
}

interface Shown {
  personName: string;
  standInName: string;
  from: Day;
  to: Day;
}

const EXAMPLE = { code: '/vang_mat từ 10/6 đến 20/6, thay: Nguyễn Văn A' };
const LEAD_EXAMPLE = { code: '/vang_mat Trần Thị B từ 10/6 đến 20/6, thay: Nguyễn Văn A' };

const span = (from: Day, to: Day) =>
  from === to ? `ngày ${formatDayLong(from)}` : `từ ${formatDayLong(from)} đến hết ${formatDayLong(to)}`;

export const absenceText = {
  status: (known: readonly Shown[], lead: boolean): Line[] => [
    [{ bold: 'Vắng mặt và người thay' }],
    ...(known.length === 0
      ? [['Hiện không có ai báo vắng.']]
      : known.map(
          (one): Line => [
            '• ',
            { bold: one.personName },
            ` vắng ${span(one.from, one.to)}; người thay: ${one.standInName}`,
          ],
        )),
    ['Báo vắng: gõ ngày và người thay, ví dụ ', EXAMPLE],
    ...(lead ? [['Báo thay cho người khác: ', LEAD_EXAMPLE]] : []),
  ],
  end: (name: string) => `Kết thúc: ${name}`,
  whichDays: (name: string): Line[] => [
    [`Đồng chí ${name} vắng từ ngày nào đến ngày nào?`],
    ['Ví dụ: từ 10/6 đến 20/6, thay: Nguyễn Văn A'],
  ],
  tooOld: (): Said => ({ lines: [['Lựa chọn này đã cũ. Đề nghị báo vắng lại, ví dụ ', EXAMPLE]] }),
  backwards: (from: Day, to: Day): Said => ({
    lines: [
      [
        `Ngày cuối (${formatDay(to)}) trước ngày đầu (${formatDay(from)}) hoặc đã qua. Đề nghị gõ lại, ví dụ `,
        EXAMPLE,
      ],
    ],
  }),
  unknown: (asked: string): Said => ({
    lines: [[`Trong khối không có, hoặc có nhiều hơn một người tên “${asked}”. Đề nghị gõ đủ họ tên.`]],
  }),
  notYours: (): Said => ({ lines: [['Báo vắng thay người khác dành cho Trưởng khối.']] }),
  noReminders: (name: string): Said => ({
    lines: [[`Đồng chí ${name} là thành viên, không nhận nhắc hạn nên không cần người thay.`]],
  }),
  chooseStandIn: (
    person: string,
    candidates: readonly { id: string; name: string }[],
    asked: string,
    from: Day,
    to: Day,
  ): Said => ({
    lines: [
      ...(asked === '' ? [] : [[`“${asked}” không cùng đơn vị, hoặc chưa được ghép nối.`]]),
      [`Đồng chí ${person} vắng ${span(from, to)}. Ai thay nhận nhắc hạn?`],
    ],
    choices: candidates.map(({ id, name }) => [{ id, label: name }]),
  }),
  nobodyElse: (unit: string, asked: string, invite: string | null): Said => ({
    lines: [
      [
        asked === ''
          ? `${unit} chưa có ai khác được ghép nối để thay.`
          : `“${asked}” chưa được ghép nối với ${unit}, và đơn vị chưa có ai khác.`,
      ],
      [
        invite
          ? 'Cấp mã ghép nối cho người thay, rồi báo vắng lại.'
          : 'Đề nghị Trưởng khối cấp mã ghép nối cho người thay, rồi báo vắng lại.',
      ],
    ],
    ...(invite ? { choices: [[{ id: invite, label: 'Cấp mã ghép nối' }]] } : {}),
  }),
  standInAway: (one: Shown): Said => ({
    lines: [[`Đồng chí ${one.personName} cũng vắng ${span(one.from, one.to)}. Đề nghị chọn người khác.`]],
  }),
  preview: (one: Shown, onlyMember: boolean, instead: Shown | null, save: string): Said => ({
    lines: [
      ['Đồng chí ', { bold: one.personName }, ` vắng ${span(one.from, one.to)}.`],
      ['Trong thời gian đó nhắc hạn và thông báo gửi đến đồng chí ', { bold: one.standInName }, '.'],
      ...(onlyMember
        ? [['Người thay là thành viên: nhận được nhắc, muốn nộp báo cáo thì cần mã đầu mối của Trưởng khối.']]
        : []),
      ...(instead ? [[`Thay cho đợt vắng đã báo (${span(instead.from, instead.to)}).`]] : []),
      ['Chưa thay đổi gì. Đồng chí thực hiện chứ?'],
    ],
    choices: [
      [
        { id: save, label: 'Thực hiện', tone: 'primary' },
        { id: 'vang_mat thoi', label: 'Bỏ' },
      ],
    ],
  }),
  saved: (one: Shown, end: string): Said => ({
    lines: [
      [`Đã ghi: đồng chí ${one.personName} vắng ${span(one.from, one.to)}; người thay: ${one.standInName}.`],
      ['Trở lại sớm thì chọn mục dưới đây, hoặc gõ ', { code: '/vang_mat xong' }, '.'],
    ],
    choices: [[{ id: end, label: 'Kết thúc đợt vắng' }]],
  }),
  toStandIn: (one: Shown, bloc: string): Line[] => [
    [{ bold: '[Thay nhận nhắc hạn]' }, ` ${bloc}.`],
    [
      `Đồng chí được cử thay đồng chí ${one.personName}, ${span(one.from, one.to)}: nhắc hạn và thông báo sẽ gửi đến đồng chí.`,
    ],
    ['Xem các hạn bằng ', { code: '/han' }, '.'],
  ],
  toPerson: (one: Shown): Line[] => [
    [`Trưởng khối đã ghi đồng chí vắng ${span(one.from, one.to)}; người thay: ${one.standInName}.`],
    ['Không đúng thì gõ ', { code: '/vang_mat xong' }, '.'],
  ],
  ended: (one: Shown, own: boolean): Said => ({
    lines: [
      [
        own
          ? 'Đã kết thúc đợt vắng; nhắc hạn lại gửi đến đồng chí như trước.'
          : `Đã kết thúc đợt vắng của đồng chí ${one.personName}; nhắc hạn lại gửi đến đồng chí ấy như trước.`,
      ],
    ],
  }),
  standInFreed: (one: Shown): Line[] => [
    [`Đồng chí ${one.personName} đã trở lại; đồng chí không còn phải thay nhận nhắc hạn. Trân trọng cảm ơn.`],
  ],
  notAway: (): Said => ({ lines: [['Không có đợt vắng nào để kết thúc.']] }),
  dropped: (): Said => ({ lines: [['Chưa ghi gì.']] }),
};
