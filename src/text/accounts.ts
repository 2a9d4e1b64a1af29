import type { Line } from '../core/message.ts';
import { formatTime } from './days.ts';
import { joinVi } from './sizes.ts';

/** Sentences of `/lien_ket`, and what `/toi` says of accounts. */

interface Said {
  lines: Line[];
  choices?: { id: string; label: string }[][];
}

type Brought = { kind: 'linked'; name: string } | { kind: 'same' | 'taken' | 'unknown' | 'used' | 'expired' };

const names: Record<string, string> = { telegram: 'Telegram', zalo: 'Zalo', room: 'phòng thử' };
const platformNames = (platforms: readonly string[]) => joinVi(platforms.map(one => names[one] ?? one));

export const accountText = {
  code: (code: string, expiresAt: Date, platforms: readonly string[]): Said => ({
    lines: [
      ['Mã liên kết của đồng chí: ', { code }],
      [
        `Dùng một lần, đến ${formatTime(expiresAt)}. Mở ứng dụng kia bằng tài khoản của chính đồng chí và nhắn riêng mã này cho Hệ thống.`,
      ],
      ['Không đưa mã cho người khác: ai có mã sẽ làm việc thay đồng chí.'],
      [`Đang dùng: ${platformNames(platforms)}.`],
    ],
  }),
  howToBring: (): Said => ({
    lines: [
      ['Tài khoản này chưa được ghép với đơn vị nào.'],
      ['Ở tài khoản đã ghép, đồng chí gõ ', { code: '/lien_ket' }, ' để lấy mã, rồi nhắn mã đó vào đây.'],
      ['Chưa ghép ở đâu: đề nghị xin mã ghép nối của Trưởng khối.'],
    ],
  }),
  brought: (outcome: Brought): Said => {
    switch (outcome.kind) {
      case 'linked':
        return {
          lines: [
            ['Đã liên kết: tài khoản này cũng là của đồng chí ', { bold: outcome.name }, '.'],
            ['Việc đang làm ở ứng dụng kia làm tiếp được ở đây.'],
          ],
          choices: [[{ id: 'toi', label: 'Xem việc của tôi' }]],
        };
      case 'same':
        return { lines: [['Tài khoản này đã là của đồng chí rồi; mã chưa dùng đến.']] };
      case 'taken':
        return {
          lines: [
            ['Tài khoản này đang giữ việc của một đơn vị nên chưa liên kết được.'],
            [
              'Đề nghị Trưởng khối thôi vai trò của tài khoản này trước (/thanh_vien), rồi đồng chí gửi lại mã.',
            ],
          ],
        };
      case 'unknown':
        return {
          lines: [['Không có mã liên kết này. Đề nghị đồng chí gõ /lien_ket ở tài khoản kia để lấy mã.']],
        };
      case 'used':
        return { lines: [['Mã này đã dùng. Đề nghị đồng chí gõ /lien_ket ở tài khoản kia để lấy mã mới.']] };
      case 'expired':
        return {
          lines: [['Mã này đã hết hạn. Đề nghị đồng chí gõ /lien_ket ở tài khoản kia để lấy mã mới.']],
        };
    }
  },
  mine: (platforms: readonly string[]): Line => [
    `Tài khoản: ${platformNames(platforms)}. Thêm tài khoản khác của đồng chí: `,
    { code: '/lien_ket' },
  ],
};
