import type { PersonRole, Post, UnitRole } from '../core/bloc.ts';
import type { Line } from '../core/message.ts';
import { privacyText } from './privacy.ts';

/** Sentences about who is who: pairing, `/toi`, `/moi`. */

export const roleName: Record<PersonRole, string> = {
  contact: 'đầu mối',
  member: 'thành viên',
  clerk: 'thư ký',
};

export const unitRoleName: Record<UnitRole, string> = {
  lead: 'Trưởng khối',
  deputy: 'Phó Trưởng khối',
  member: 'đơn vị thành viên',
};

interface Said {
  lines: Line[];
  choices?: { id: string; label: string; tone?: 'primary' }[][];
}

type Pairing =
  | { kind: 'paired'; blocName: string; unitName: string; role: PersonRole }
  | { kind: 'already'; blocName: string; unitName: string }
  | { kind: 'own_used'; unitName: string }
  | { kind: 'unknown' | 'used' | 'expired' };

const start = [
  [
    { id: 'han', label: 'Xem hạn', tone: 'primary' as const },
    { id: 'tro_giup', label: 'Trợ giúp' },
  ],
];

export const peopleText = {
  welcome: (): Said => ({
    lines: [
      ['Kính chào đồng chí. Đây là Hệ thống trợ lý của khối thi đua, trả lời tự động.'],
      ['Để bắt đầu, đồng chí gửi mã ghép nối do Trưởng khối cấp (dạng ', { code: 'K1-ABCD-EFGH' }, ').'],
      ['Trưởng khối thiết lập khối mới: ', { code: '/thiet_lap' }, '.'],
      ['Hệ thống chỉ lưu tên hiển thị, đơn vị và vai trò của đồng chí để nhắc hạn và ghi nhận báo cáo.'],
    ],
  }),
  welcomeBack: (bloc: string): Said => ({
    lines: [[`Đồng chí đã được ghép nối với ${bloc}.`]],
    choices: start,
  }),
  /** To the lead, when a unit has its first contact. */
  joined: (person: string, unit: string, { done, of }: { done: number; of: number }): Line[] => [
    [
      { bold: unit },
      ` đã có đầu mối: đồng chí ${person}. `,
      done === of ? 'Mọi đơn vị đã có đầu mối.' : `${done}/${of} đơn vị đã có đầu mối.`,
    ],
  ],
  pairing: (outcome: Pairing, platform: string): Said => {
    switch (outcome.kind) {
      case 'paired':
        return {
          lines: [
            [
              'Đã ghép nối: đồng chí là ',
              { bold: roleName[outcome.role] },
              ' của ',
              { bold: outcome.unitName },
              '.',
            ],
            [`${outcome.blocName}. Hệ thống sẽ nhắc hạn riêng cho đồng chí ở đây.`],
            ...privacyText.notice(platform),
          ],
          choices: start,
        };
      case 'already':
        return { lines: [[`Đồng chí đã giữ vai trò này ở ${outcome.unitName}; mã chưa dùng đến.`]] };
      case 'own_used':
        return {
          lines: [[`Đồng chí đã ghép nối với ${outcome.unitName} bằng mã này; không cần gửi lại.`]],
          choices: start,
        };
      case 'unknown':
        return {
          lines: [['Không có mã ghép nối này. Đề nghị đồng chí kiểm tra lại, hoặc xin Trưởng khối mã mới.']],
        };
      case 'used':
        return { lines: [['Mã này đã có người dùng. Đề nghị đồng chí xin Trưởng khối mã mới.']] };
      case 'expired':
        return { lines: [['Mã này đã hết hạn. Đề nghị đồng chí xin Trưởng khối mã mới.']] };
    }
  },
  me: (name: string, bloc: string, posts: readonly Post[], open: number, current: boolean): Line[] => [
    [{ bold: bloc }, current ? ' (đang chọn)' : ''].filter(part => part !== ''),
    ...posts.map(
      (post): Line => [
        `Đồng chí ${name}: ${roleName[post.role]} của ${post.unitName} (${unitRoleName[post.unitRole]}).`,
      ],
    ),
    [open > 0 ? `Còn ${open} việc phải nộp. Gõ /han để xem.` : 'Không còn việc nào phải nộp.'],
  ],
  switchTo: (bloc: string) => `Chuyển sang ${bloc}`,
};
