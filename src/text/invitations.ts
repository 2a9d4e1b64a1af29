import type { PersonRole, UnitRole } from '../core/bloc.ts';
import type { Line } from '../core/message.ts';
import type { BlocWords } from './bloc-words.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { roleName } from './people.ts';

/** `/moi`: codes that let people into their units. */

interface Said {
  lines: Line[];
  choices?: { id: string; label: string; tone?: 'primary' }[][];
  alone?: true;
}

export interface Invitation {
  unitName: string;
  role: PersonRole;
  /** One for each person. */
  codes: { code: string; links: string[] }[];
}

/** More buttons than this hide the list on a phone. */
const MAX_BUTTONS = 8;

const two = (count: number) => String(count).padStart(2, '0');

/** Each opens the bot and hands over the code. */
const linkLines = (links: readonly string[]): Line[] => links.map(url => [{ link: url, url }]);

export const invitationText = {
  whom: (units: readonly { name: string; role: UnitRole }[], asked: string, words: BlocWords): Said => ({
    lines: [
      [
        asked === ''
          ? 'Cấp mã ghép nối cho đơn vị nào?'
          : `Chưa rõ đơn vị “${asked}”. Cấp mã cho đơn vị nào?`,
      ],
      ...units.map((unit, index): Line => [`${index + 1}. ${unit.name} (${words.role[unit.role]})`]),
      [
        'Gõ ',
        { code: '/moi 2' },
        ' cho đầu mối, ',
        { code: '/moi 2 thành viên' },
        ', ',
        { code: '/moi thư ký' },
        '; ',
        { code: '/moi tất cả 2' },
        ' để mỗi đơn vị đủ hai đầu mối.',
      ],
    ],
    choices: [
      ...units
        .slice(0, units.length > MAX_BUTTONS ? 0 : MAX_BUTTONS)
        .map((unit, index) => [{ id: `moi ${index + 1}`, label: clip(unit.name, 40) }]),
      [{ id: 'moi tat ca', label: 'Các đơn vị chưa có đầu mối' }],
    ],
  }),
  nobodyMissing: (wanted: number): Said => ({
    lines: [
      [`Đơn vị nào cũng đã có từ ${two(wanted)} đầu mối trở lên.`],
      ['Cấp thêm cho một đơn vị: ', { code: '/moi 2' }, '; xem ai đã vào: ', { code: '/thanh_vien' }, '.'],
    ],
  }),
  /** To be passed on to the unit as it stands. */
  forUnit: ({ unitName, role, codes }: Invitation, bloc: string, expiresAt: Date): Said => ({
    lines: [
      ['Kính gửi ', { bold: unitName }, ','],
      [
        `${bloc} dùng Hệ thống trợ lý để nhắc hạn và nhận báo cáo. Đề nghị đơn vị cử ${two(codes.length)} ${roleName[role]}; ${codes.length > 1 ? 'mỗi đồng chí nhắn riêng một mã' : 'đồng chí đó nhắn riêng mã'} cho Hệ thống:`,
      ],
      ...codes.flatMap(({ code, links }): Line[] => [[{ code }], ...linkLines(links)]),
      [`Mỗi mã dùng một lần, đến ${formatInstant(expiresAt)}.`],
    ],
    alone: true,
  }),
  /** Behind the messages for several units, or of a single one's codes. */
  list: (given: readonly Invitation[], expiresAt: Date): Said => {
    const codes = given.flatMap(one => one.codes).length;
    const until = `Mỗi mã dùng một lần, đến ${formatInstant(expiresAt)}.`;
    if (given.length > 1)
      return {
        lines: [
          [
            `Trên đây là ${two(codes)} mã cho ${two(given.length)} đơn vị; đề nghị đồng chí chuyển tiếp từng tin.`,
          ],
          [until],
          ['Xem ai đã vào: ', { code: '/thanh_vien' }, '.'],
        ],
      };
    return {
      lines: [
        ...given.flatMap(({ unitName, role, codes: own }): Line[] =>
          own.flatMap(({ code, links }): Line[] => [
            [{ bold: unitName }, ` – ${roleName[role]}: `, { code }],
            ...linkLines(links),
          ]),
        ),
        [`${until} Đề nghị gửi riêng cho từng người; người nhận nhắn mã cho Hệ thống.`],
      ],
    };
  },
};
