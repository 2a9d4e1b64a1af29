/** What `npm run zalo:check` prints. */

interface Row {
  point: keyof typeof points;
  result: 'good' | 'bad' | 'skipped';
  found: string;
}

const points = {
  token: ['Mã bot', 'kiểm tra ZALO_BOT_TOKEN; mã mới nhất trong Zalo Bot Creator'],
  name: ['Tên hiển thị', 'không có tên thì lời gọi @ trong nhóm chỉ hiểu được khi có dấu “/”'],
  groups: ['Vào được nhóm', 'tài khoản chưa được mở tính năng nhóm; dùng tin nhắn riêng'],
  webhook: ['Webhook', 'chạy Trợ lý với ZALO_WEBHOOK_SECRET và PUBLIC_URL để đặt lại, hoặc gỡ webhook cũ'],
  reached: [
    'Zalo gọi tới được',
    'xem lại tên miền, chứng chỉ, proxy; với Cloudflare: tắt Browser Integrity Check',
  ],
  empty_poll: ['Hỏi tin khi trống', 'chế độ thử không dùng được; dùng webhook'],
  plain: ['Gửi tin thường', 'xem mã lỗi; người nhận phải nhắn cho bot trước'],
  styles: ['Gửi tin có chữ đậm', 'vẫn dùng được: Trợ lý gửi lại không có kiểu chữ'],
  longest: ['Tin 2000 đơn vị', 'báo lại: giới hạn nhỏ hơn 2000'],
  too_long: ['Tin dài quá bị từ chối', 'báo lại: giới hạn lớn hơn tài liệu'],
  unknown_chat: ['Nhóm không có bị từ chối', 'báo lại: bot rời nhóm sẽ không nhận ra'],
} as const;

const signs = { good: 'ĐẠT', bad: 'CHƯA', skipped: '–' } as const;

/** Nobody but a person in the chat can see these. */
const BY_HAND = [
  'Nhắc @Bot trong nhóm bằng danh sách chọn, kèm “hạn”: bot trả lời?',
  'Trả lời (reply) một tin của bot trong nhóm, không nhắc tên: bot hiểu?',
  'Cùng một người nhắn riêng và nhắn nhóm: gõ /toi ở cả hai, có phải cùng tài khoản?',
  'Gửi ảnh có chú thích nhắc bot trong nhóm; gửi tệp PDF trong tin nhắn riêng: bot trả lời gì?',
  'Mời bot ra khỏi nhóm rồi đợi lần nhắc kế tiếp: nhật ký ghi mã lỗi nào?',
  'So số tin Zalo tính trong tháng với số trong /cai_dat.',
];

export const zaloCheckText = {
  notConfigured: 'Chưa đặt ZALO_BOT_TOKEN nên không có bot nào để kiểm tra.',
  table: (bot: string, rows: readonly Row[]): string[] => {
    const width = Math.max(...Object.values(points).map(([name]) => name.length));
    return [
      `Bot ${bot}`,
      ...rows.map(({ point, result, found }) => {
        const [name, advice] = points[point];
        const after = result === 'bad' ? `${found} → ${advice}` : found;
        return `  ${name.padEnd(width)}  ${signs[result].padEnd(4)}  ${after}`.trimEnd();
      }),
    ];
  },
  unsent: 'Chưa thử gửi tin: thêm mã cuộc trò chuyện vào sau lệnh (bot sẽ gửi ba tin thử).',
  byHand: (): string[] => ['', 'Tự kiểm tra trong Zalo:', ...BY_HAND.map(one => `  [ ] ${one}`)],
};
