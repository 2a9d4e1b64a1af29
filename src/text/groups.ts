import type { Line } from '../core/message.ts';
import { formatInstant } from './days.ts';

interface Said {
  lines: Line[];
  choices?: { id: string; label: string; tone?: 'primary' | 'danger' }[][];
}

type Binding =
  | { kind: 'bound' | 'already'; blocName: string }
  | { kind: 'asks'; blocName: string; otherName: string }
  | { kind: 'unknown' | 'used' | 'expired' | 'not_lead' };

const newCode: Line = [
  'Đề nghị Trưởng khối nhắn riêng ',
  { code: '/gan_nhom' },
  ' cho Hệ thống để lấy mã mới.',
];

/** What is said to others once a group has changed hands. */
export const setupTells = {
  answered: (agreed: boolean, title: string, by: string): Line[] => [
    [
      agreed
        ? `${by} đã đồng ý: nhóm “${title}” nay gắn với khối của đồng chí.`
        : `${by} không đồng ý chuyển nhóm “${title}”. Nhóm vẫn gắn với khối đó.`,
    ],
  ],
  groupIs: (bloc: string): Line[] => [['Nhóm này nay gắn với ', { bold: bloc }, '.']],
};

/** Binding group chats to a bloc. */
export const groupText = {
  greeting: (): Line[] => [
    ['Kính chào các đồng chí. Đây là Hệ thống trợ lý của khối thi đua, trả lời tự động.'],
    ['Nhóm này chưa gắn với khối nào. Để gắn, đồng chí Trưởng khối (Cụm trưởng):'],
    ['1. Nhắn riêng cho Hệ thống: ', { code: '/gan_nhom' }, ' để lấy mã.'],
    ['2. Gõ mã đó tại nhóm này.'],
  ],
  groupIs: (bloc: string): Line[] => [
    ['Nhóm này đang gắn với ', { bold: bloc }, '. Gõ ', { code: '/han' }, ' để xem hạn.'],
  ],
  /** `links` add the bot to a group and bring it the code at once. */
  code: (code: string, expiresAt: Date, bound: readonly string[], links: readonly string[]): Line[] => [
    ...(bound.length > 0
      ? [
          [
            `Đang gắn: ${bound.map(title => `“${title}”`).join(', ')}. Bỏ gắn: `,
            { code: '/bo_nhom' },
            '.',
          ] satisfies Line,
        ]
      : []),
    [{ bold: 'Để gắn một nhóm chat:' }],
    ...links.map((url): Line => ['Trên Telegram: ', { link: 'chọn nhóm để thêm Hệ thống', url }, '; hoặc:']),
    ['1. Thêm Hệ thống vào nhóm.'],
    ['2. Đồng chí gõ trong nhóm: ', { code: `/gan_nhom ${code}` }],
    [
      `Mã dùng một lần, đến ${formatInstant(expiresAt)}; chỉ đầu mối, thư ký của đơn vị đứng đầu khối dùng được.`,
    ],
  ],
  typeInGroup: (code: string): Line[] => [
    ['Đây là mã gắn nhóm. Đồng chí gõ trong chính nhóm cần gắn: ', { code: `/gan_nhom ${code}` }],
  ],
  onlyLead: (): Line[] => [
    ['Gắn nhóm là việc của Trưởng khối (Cụm trưởng). Đồng chí chưa giữ vai trò này ở khối nào đang chọn.'],
  ],
  binding: (outcome: Binding): Line[] => {
    switch (outcome.kind) {
      case 'bound':
        return [
          ['Đã gắn nhóm này với ', { bold: outcome.blocName }, '.'],
          [
            'Hệ thống sẽ nhắc chung tại đây; việc của từng đơn vị nhắn riêng. Gõ ',
            { code: '/han' },
            ' để xem hạn.',
          ],
        ];
      case 'already':
        return [[`Nhóm này đã gắn với ${outcome.blocName}.`]];
      case 'asks':
        return [
          [`Nhóm này đang gắn với ${outcome.otherName}.`],
          [`Hệ thống đã hỏi bên đó; khi được đồng ý, nhóm sẽ chuyển sang ${outcome.blocName}.`],
        ];
      case 'not_lead':
        return [['Mã này chỉ đầu mối, thư ký của đơn vị đứng đầu khối đã lấy mã dùng được.']];
      case 'used':
        return [['Mã gắn nhóm này đã dùng.'], newCode];
      case 'expired':
        return [['Mã gắn nhóm này đã hết hạn.'], newCode];
      case 'unknown':
        return [['Không có mã gắn nhóm này.'], newCode];
    }
  },
  consent: (title: string, own: string, other: string, question: string): Said => ({
    lines: [
      [{ bold: `${other} xin nhận nhóm “${title}”.` }],
      [`Nhóm hiện gắn với ${own}. Nếu đồng ý, ${own} sẽ không nhắc ở nhóm này nữa.`],
    ],
    choices: [
      [{ id: `gan_nhom nhuong ${question}`, label: 'Đồng ý chuyển' }],
      [{ id: `gan_nhom giu ${question}`, label: 'Không đồng ý', tone: 'primary' }],
    ],
  }),
  ceding: (
    outcome: { kind: 'ceded' | 'kept'; title: string; toName: string } | { kind: 'stale' | 'not_lead' },
  ): Line[] => {
    switch (outcome.kind) {
      case 'ceded':
        return [[`Đã chuyển nhóm “${outcome.title}” sang ${outcome.toName}.`]];
      case 'kept':
        return [[`Đã trả lời ${outcome.toName} là không đồng ý. Nhóm “${outcome.title}” giữ nguyên.`]];
      case 'stale':
        return [['Câu hỏi này không còn hiệu lực: nhóm đã đổi khối, hoặc mã đã dùng hay hết hạn.']];
      case 'not_lead':
        return [['Đồng chí không còn là người của đơn vị đứng đầu khối đang giữ nhóm này.']];
    }
  },
  noGroups: (): Line[] => [['Khối chưa gắn nhóm chat nào. Gắn nhóm: ', { code: '/gan_nhom' }, '.']],
  whichGroup: (groups: readonly { title: string; ref: string }[]): Said => ({
    lines: [[{ bold: 'Bỏ gắn nhóm nào?' }]],
    choices: groups.map(({ title, ref }) => [{ id: `bo_nhom ${ref}`, label: title }]),
  }),
  confirmUnbind: (title: string, ref: string): Said => ({
    lines: [
      [{ bold: `Bỏ gắn nhóm “${title}”?` }],
      ['Nhóm sẽ không nhận nhắc hạn và tổng hợp nữa; các đơn vị vẫn được nhắc riêng.'],
    ],
    choices: [
      [
        { id: `bo_nhom ${ref} ok`, label: 'Bỏ gắn', tone: 'danger' },
        { id: 'bo_nhom giu', label: 'Giữ nguyên' },
      ],
    ],
  }),
  kept: (): Line[] => [['Đã giữ nguyên, nhóm vẫn gắn với khối.']],
  unbound: (title: string): Line[] => [
    [`Đã bỏ gắn nhóm “${title}”. Gắn lại lúc nào cũng được: `, { code: '/gan_nhom' }, '.'],
  ],
};
