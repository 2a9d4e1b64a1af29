import type { Line } from '../core/message.ts';
import { type PersonalData, recordCounts } from '../core/personal-data.ts';
import { recordName } from './record-names.ts';

/** What is kept of a person, why, and how he gets at it: `/du_lieu_cua_toi`, `/xoa_du_lieu`. */

const named = (rows: PersonalData['about']) =>
  Object.fromEntries(rows.map(({ table, rows: all }) => [recordName[table] ?? table, all]));

export const privacyText = {
  /** At the first contact. `platform`: Telegram keeps abroad what is written to it. */
  notice: (platform: string): Line[] => [
    [
      {
        italic: `Hệ thống lưu tên hiển thị, mã tài khoản, đơn vị, vai trò và nội dung đồng chí gửi, chỉ để nhắc hạn và ghi nhận công việc của khối; không chuyển cho nơi khác. ${platform === 'telegram' ? 'Riêng Telegram là dịch vụ của nước ngoài: mọi điều viết ở đây, kể cả họ tên, được lưu trên máy chủ Telegram ở nước ngoài. ' : ''}Đồng chí dùng tiếp là đồng ý.`,
      },
    ],
    ['Xem dữ liệu của mình: ', { code: '/du_lieu_cua_toi' }, '; xóa: ', { code: '/xoa_du_lieu' }, '.'],
  ],
  summary: (name: string, data: PersonalData): Line[] => [
    [{ bold: 'Dữ liệu của đồng chí' }],
    [`• Tên hiển thị: ${name}`],
    [
      `• Tài khoản: ${count(data.about, 'account')}; cuộc trò chuyện riêng: ${count(data.about, 'chat_binding')}`,
    ],
    ...data.blocs.map((bloc): Line => [`• ${bloc.name}: ${count(bloc.records, 'membership')} vai trò`]),
    ...[...recordCounts(data)]
      .filter(([table]) => table !== 'membership')
      .map(([table, n]): Line => [`• ${recordName[table] ?? table}: ${n}`]),
    [`• Tin nhắn còn lưu: ${data.messages.received.length} đến, ${data.messages.sent.length} đi`],
    ['Nội dung tin đến lưu 7 ngày, tin đi 30 ngày; báo cáo, điểm, nhật ký lưu theo hồ sơ của khối.'],
    [
      'Sai thì báo Trưởng khối sửa bằng ',
      { code: '/thanh_vien' },
      '; muốn xóa: ',
      { code: '/xoa_du_lieu' },
      '.',
    ],
  ],
  /** The file, whole. */
  content: (data: PersonalData, madeAt: Date): string => {
    const whole = {
      'Lập lúc': madeAt.toISOString(),
      'Về đồng chí': named(data.about),
      'Theo khối': Object.fromEntries(data.blocs.map(bloc => [bloc.name, named(bloc.records)])),
      'Tin nhắn còn lưu': { Đến: data.messages.received, Đi: data.messages.sent },
    };
    return `${JSON.stringify(whole, null, 2)}\n`;
  },
  fileName: 'du-lieu-cua-toi.json',
  nothing: (): Line[] => [
    ['Hệ thống chưa lưu gì về đồng chí ngoài tin nhắn vừa gửi, sẽ được xóa sau 7 ngày.'],
  ],
  explain: (sole: readonly { blocName: string; unitName: string; leads: boolean }[]): Line[] => [
    [{ bold: 'Xóa dữ liệu cá nhân' }],
    [
      'Sẽ xóa ngay: tên hiển thị, mọi tài khoản và cuộc trò chuyện riêng, vai trò, tin nhắn còn lưu, việc đang làm dở.',
    ],
    ['Giữ lại, không còn tên và tài khoản: báo cáo, điểm, thông báo, nhật ký của khối, vì là hồ sơ chung.'],
    ['Hệ thống sẽ không nhắc đồng chí nữa; muốn dùng lại phải xin mã ghép nối mới.'],
    ...sole.map(
      (one): Line => [
        one.leads
          ? `${one.unitName} là Trưởng khối và không còn ai khác: nên mời người thay bằng /moi trước khi xóa.`
          : `${one.unitName} sẽ không còn đầu mối; Trưởng khối được báo.`,
      ],
    ),
    ['Không hoàn tác được. Đồng chí chắc chắn chứ?'],
  ],
  look: { id: 'du_lieu_cua_toi', label: 'Xem dữ liệu trước' },
  erase: { id: 'xoa_du_lieu dong_y', label: 'Xóa dữ liệu của tôi', tone: 'danger' as const },
  keep: { id: 'xoa_du_lieu thoi', label: 'Không xóa' },
  kept: (): Line[] => [['Chưa xóa gì.']],
  erased: (): Line[] => [
    ['Đã xóa dữ liệu cá nhân của đồng chí. Tin này và mã cuộc trò chuyện được xóa nốt trong vòng một ngày.'],
    ['Trân trọng cảm ơn đồng chí đã tham gia.'],
  ],
  erasedName: 'Người đã xóa dữ liệu',
  orphaned: (unit: string): Line[] => [
    [
      `Một đầu mối của ${unit} đã rời Hệ thống; đơn vị hiện chưa có đầu mối. Mời người mới: `,
      { code: '/moi' },
    ],
  ],
};

function count(rows: PersonalData['about'], table: string): number {
  return rows.find(one => one.table === table)?.rows.length ?? 0;
}
