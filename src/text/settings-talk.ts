import type { Line } from '../core/message.ts';
import type { ReminderPolicy } from '../core/reminder-policy.ts';
import { type SettingItem, settingItems } from '../core/settings.ts';
import type { SettingsEffect } from '../core/settings-effect.ts';
import { appealDaysText } from './appeal-days.ts';
import { budgetText } from './budget.ts';
import { formatDay, formatDayLong, formatInstant } from './days.ts';
import { settingExample, settingMeaning, settingName, settingValue } from './settings.ts';

type Spent = Parameters<typeof budgetText.used>[0];

/** What `/cai_dat` says on its way: list, one setting, preview, result. */

const SHOWN = 4;
const WHOLE = 60;
const late = (days: number) => (days === 0 ? 'đúng hạn' : `trễ ${days} ngày`);

function counted(before: number, after: number, what: string): Line[] {
  return before === after ? [] : [[`• ${what} còn phải gửi: ${before} → ${after}.`]];
}

function someOf(lines: Line[], most = SHOWN): Line[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), [`  … và ${more} việc khác.`]] : lines;
}

function endLines({ ends }: SettingsEffect, most: number): Line[] {
  return someOf(
    ends.map(({ title, dueOn, before, after }) => [
      `• ${title} (hạn ${formatDay(dueOn)}): nhận đến ${formatInstant(after)} (trước: ${formatInstant(before)}).`,
    ]),
    most,
  );
}

function latenessLines({ lateness }: SettingsEffect, most: number): Line[] {
  return someOf(
    lateness.map(({ title, party, before, after }) => [
      `• ${party.kind === 'unit' ? party.unitName : 'Trưởng khối'}, ${title}: ${late(before)} → ${late(after)}.`,
    ]),
    most,
  );
}

export const settingsTalk = {
  list: (
    policy: ReminderPolicy,
    bloc: string,
    { spent = [], appealDays }: { spent?: readonly Spent[]; appealDays?: number } = {},
  ): Line[] => [
    [{ bold: 'Cài đặt nhắc hạn' }, ` – ${bloc}`],
    ...settingItems.map(
      (item, n): Line => [`${n + 1}. ${settingName[item]}: `, { bold: settingValue(item, policy) }],
    ),
    ...(appealDays === undefined ? [] : [appealDaysText.line(appealDays)]),
    ...spent.map(budgetText.used),
    ['Chọn mục cần đổi, hoặc gõ, ví dụ: ', { code: settingExample.days }],
  ],
  item: (item: SettingItem, policy: ReminderPolicy): Line[] => [
    [{ bold: settingName[item] }, `: ${settingValue(item, policy)}`],
    ['Chọn giá trị mới, hoặc gõ, ví dụ: ', { code: settingExample[item] }],
  ],
  preview: (
    item: SettingItem,
    before: ReminderPolicy,
    after: ReminderPolicy,
    effect: SettingsEffect,
    whole: boolean,
  ): Line[] => {
    const most = whole ? WHOLE : SHOWN;
    const { next } = effect.after;
    const moved = next?.getTime() !== effect.before.next?.getTime();
    const lines: Line[] = [
      ...counted(effect.before.reminders, effect.after.reminders, 'Lượt nhắc riêng'),
      ...counted(effect.before.digests, effect.after.digests, 'Tin tổng hợp trong nhóm'),
      ...(moved
        ? [[next ? `• Lượt nhắc gần nhất: ${formatInstant(next)}.` : '• Không còn lượt nhắc nào.']]
        : []),
      ...endLines(effect, most),
      ...latenessLines(effect, most),
    ];
    return [
      [{ bold: `Đổi “${settingName[item]}”` }],
      [`Hiện nay: ${settingValue(item, before)}`],
      ['Đổi thành: ', { bold: settingValue(item, after) }],
      ['Ảnh hưởng:'],
      [`• ${settingMeaning(item, after)}`],
      ...lines,
      ['Chưa thay đổi gì. Đồng chí thực hiện chứ?'],
    ];
  },
  done: (item: SettingItem, policy: ReminderPolicy, units: number): Line[] => [
    ['Đã đổi “', { bold: settingName[item] }, `”: ${settingValue(item, policy)}.`],
    [`Lịch nhắc đã được tính lại.${units > 0 ? ` Hệ thống báo cho ${units} đơn vị có hạn thay đổi.` : ''}`],
  ],
  /** More than the preview shows at first. */
  hasMore: ({ ends, lateness }: SettingsEffect): boolean => Math.max(ends.length, lateness.length) > SHOWN,
  /** To a unit, where a change moves the end of its terms or how late it is. */
  announced: (
    item: SettingItem,
    policy: ReminderPolicy,
    bloc: string,
    { ends, lateness }: Pick<SettingsEffect, 'ends' | 'lateness'>,
  ): Line[] => [
    [
      { bold: '[Thông báo]' },
      ` ${bloc} đổi cách tính hạn. ${settingName[item]}: ${settingValue(item, policy)}.`,
    ],
    ...someOf(
      ends.map(({ title, dueOn, after }) => [
        `• ${title} (hạn ${formatDayLong(dueOn)}): nhận đến ${formatInstant(after)}.`,
      ]),
    ),
    ...someOf(lateness.map(({ title, before, after }) => [`• ${title}: ${late(before)} → ${late(after)}.`])),
  ],
  same: (item: SettingItem, policy: ReminderPolicy): Line[] => [
    [`${settingName[item]} đang đúng như vậy: ${settingValue(item, policy)}. Không có gì thay đổi.`],
  ],
  unclear: (typed: string): Line[] => [[`Hệ thống chưa rõ “${typed}”.`]],
  badTime: (typed: string): Line[] => [[`“${typed}” không phải là giờ trong ngày (00:00 – 23:59).`]],
  left: (): Line[] => [['Đã thoát phần cài đặt; các thay đổi đã lưu vẫn giữ.']],
  parked: (): Line[] => [['Phần cài đặt được giữ lại. Gõ ', { code: '/cai_dat' }, ' để tiếp tục.']],
  labels: {
    save: 'Thực hiện',
    drop: 'Bỏ',
    whole: 'Xem đủ danh sách',
    list: 'Xem lại cài đặt',
    leave: 'Xong',
  },
};
