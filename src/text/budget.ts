import type { Line } from '../core/message.ts';

/** What is said of the number of messages that a platform allows a bot in a month. */

interface Shown {
  platform: string;
  sent: number;
  limit: number;
}

const names: Record<string, string> = { zalo: 'Zalo' };
const nameOf = (platform: string) => names[platform] ?? platform;
const thousands = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '.');
const share = ({ sent, limit }: Shown) => Math.floor((sent / limit) * 100);

export const budgetText = {
  used: (one: Shown): Line => [
    `Tin ${nameOf(one.platform)} đã gửi trong tháng: ${thousands(one.sent)}/${thousands(one.limit)} (${share(one)} %).`,
  ],
  warning: (one: Shown): Line[] => [
    [
      { bold: `[Sắp hết tin ${nameOf(one.platform)}]` },
      ` Đã gửi ${thousands(one.sent)}/${thousands(one.limit)} tin của tháng này.`,
    ],
    ['Từ nay Hệ thống gộp tin nhắc, bản tổng hợp ngắn hơn.'],
    ['Từ 95 %, Hệ thống chỉ trả lời và nhắc việc quá hạn, đến hết tháng.'],
  ],
  more: (): Line => ['… Gõ /han để xem đủ.'],
};
