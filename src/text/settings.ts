import type { RollPolicy } from '../core/deadline.ts';
import type { Line } from '../core/message.ts';
import type { PolicyPatch, PolicyRefusal } from '../core/reminder-change.ts';
import type { ReminderPolicy } from '../core/reminder-policy.ts';
import type { SettingItem } from '../core/settings.ts';

/** Sentences of `/cai_dat`: each setting in plain words, its choices, and why one is refused. */

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const days = (list: readonly number[]) => list.join(', ');

export const settingName: Record<SettingItem, string> = {
  days: 'Ngày nhắc',
  morning: 'Giờ nhắc',
  quiet: 'Giờ yên lặng',
  weekly: 'Tổng hợp hằng tuần',
  before: 'Tổng hợp trước hạn',
  naming: 'Nêu tên trước hạn',
  roll: 'Hạn rơi vào ngày nghỉ',
  day_end: 'Giờ cuối ngày',
};

const rollWords: Record<RollPolicy, string> = {
  next_working_day: 'lùi sang ngày làm việc sau',
  strict: 'giữ nguyên, tính cả ngày nghỉ',
  previous_working_day: 'đẩy lên ngày làm việc trước',
};

function daysWords({ workingDaysBefore, onTheDay, overdueOnce }: ReminderPolicy): string {
  const parts = [
    ...(workingDaysBefore.length > 0 ? [`trước ${days(workingDaysBefore)} ngày làm việc`] : []),
    ...(onTheDay ? ['sáng ngày hạn'] : []),
    ...(overdueOnce ? ['một lần khi quá hạn'] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'không nhắc';
}

/** How a setting stands, in plain words. */
export function settingValue(item: SettingItem, policy: ReminderPolicy): string {
  const { digest, digestBeforeDeadline } = policy;
  switch (item) {
    case 'days':
      return daysWords(policy);
    case 'morning':
      return policy.morning;
    case 'quiet':
      return `${policy.quiet.from} – ${policy.quiet.to}`;
    case 'weekly':
      return digest.enabled ? `${WEEKDAYS[digest.weekday - 1]}, ${digest.time}` : 'không tổng hợp';
    case 'before':
      return digestBeforeDeadline.length > 0
        ? `trước ${days(digestBeforeDeadline)} ngày làm việc, lúc ${digest.time}`
        : 'không';
    case 'naming':
      return policy.nameBeforeDue ? 'có, nêu trong nhóm' : 'không; nhóm chỉ thấy số lượng';
    case 'roll':
      return rollWords[policy.roll];
    case 'day_end':
      return policy.endOfDay ?? 'hết ngày (24:00)';
  }
}

/** What a setting's value means for people. */
export function settingMeaning(item: SettingItem, policy: ReminderPolicy): string {
  const { digest, digestBeforeDeadline, quiet, morning } = policy;
  switch (item) {
    case 'days':
      return 'Đầu mối đơn vị chưa nộp được nhắc riêng vào các ngày này; ngày nghỉ thì nhắc sớm hơn.';
    case 'morning':
      return `Tin nhắc gửi lúc ${morning} ngày làm việc.`;
    case 'quiet':
      return `Từ ${quiet.from} đến ${quiet.to} Hệ thống không tự nhắn; tin đến lượt chờ hết giờ này.`;
    case 'weekly':
      return digest.enabled
        ? `Nhóm nhận một tin tổng hợp mỗi tuần vào ${WEEKDAYS[digest.weekday - 1]}, ${digest.time}; tin trước từng hạn cũng gửi vào giờ này.`
        : 'Nhóm không còn nhận tin tổng hợp hằng tuần.';
    case 'before':
      return digestBeforeDeadline.length > 0
        ? `Nhóm nhận tin tổng hợp trước mỗi hạn ${days(digestBeforeDeadline)} ngày làm việc, lúc ${digest.time}.`
        : 'Nhóm không nhận tin tổng hợp trước từng hạn.';
    case 'naming':
      return policy.nameBeforeDue
        ? 'Nhóm thấy tên đơn vị chưa nộp cả khi còn hạn.'
        : 'Khi còn hạn, nhóm chỉ thấy số đơn vị đã nộp; quá hạn mới nêu tên.';
    case 'roll':
      return policy.roll === 'strict'
        ? 'Hạn vào ngày nghỉ hết đúng ngày đó.'
        : `Hạn vào ngày nghỉ ${rollWords[policy.roll]}.`;
    case 'day_end':
      return policy.endOfDay
        ? `Nộp sau ${policy.endOfDay} của ngày cuối là trễ.`
        : 'Nộp trong ngày cuối, đến 24:00, là đúng hạn.';
  }
}

/** What people may type for a setting. */
export const settingExample: Record<SettingItem, string> = {
  days: 'nhắc trước 10, 5, 2 ngày',
  morning: 'giờ nhắc 7:30',
  quiet: 'giờ yên lặng 21:00-6:30',
  weekly: 'tổng hợp thứ hai 8:00',
  before: 'tổng hợp trước hạn 3, 1 ngày',
  naming: 'nêu tên trước hạn: có',
  roll: 'hạn rơi vào ngày nghỉ: giữ nguyên',
  day_end: 'giờ cuối ngày 17:00',
};

interface Value {
  label: string;
  patch: PolicyPatch;
}

/** Values in use elsewhere, offered as buttons; others are typed. Times only as written here. */
export function commonValues(item: SettingItem, policy: ReminderPolicy, time: TimeMaker): Value[] {
  switch (item) {
    case 'days':
      return [
        ...[
          [14, 7, 3, 1],
          [10, 5, 2],
          [5, 1],
        ].map(list => ({
          label: `Trước ${days(list)} ngày`,
          patch: { workingDaysBefore: list },
        })),
        {
          label: policy.onTheDay ? 'Bỏ nhắc sáng ngày hạn' : 'Nhắc cả sáng ngày hạn',
          patch: { onTheDay: !policy.onTheDay },
        },
        {
          label: policy.overdueOnce ? 'Bỏ nhắc khi quá hạn' : 'Nhắc khi quá hạn',
          patch: { overdueOnce: !policy.overdueOnce },
        },
      ];
    case 'morning':
      return ['07:30', '08:00', '08:30'].map(text => ({ label: text, patch: { morning: time(text) } }));
    case 'quiet':
      return (['20:00 07:00', '21:00 06:30', '18:00 07:30'] as const).map(text => {
        const [from = '', to = ''] = text.split(' ');
        return { label: `${from} – ${to}`, patch: { quiet: { from: time(from), to: time(to) } } };
      });
    case 'weekly':
      return [
        { label: 'Thứ Hai, 08:00', patch: { digest: { enabled: true, weekday: 1, time: time('08:00') } } },
        { label: 'Thứ Sáu, 15:00', patch: { digest: { enabled: true, weekday: 5, time: time('15:00') } } },
        { label: 'Không tổng hợp', patch: { digest: { enabled: false } } },
      ];
    case 'before':
      return [
        { label: 'Trước 3, 1 ngày', patch: { digestBeforeDeadline: [3, 1] } },
        { label: 'Trước 1 ngày', patch: { digestBeforeDeadline: [1] } },
        { label: 'Không', patch: { digestBeforeDeadline: [] } },
      ];
    case 'naming':
      return [
        { label: 'Có nêu tên', patch: { nameBeforeDue: true } },
        { label: 'Không nêu tên', patch: { nameBeforeDue: false } },
      ];
    case 'roll':
      return [
        { label: 'Lùi sang ngày làm việc sau', patch: { roll: 'next_working_day' } },
        { label: 'Giữ nguyên', patch: { roll: 'strict' } },
        { label: 'Đẩy lên ngày làm việc trước', patch: { roll: 'previous_working_day' } },
      ];
    case 'day_end':
      return [
        { label: '17:00', patch: { endOfDay: time('17:00') } },
        { label: '16:30', patch: { endOfDay: time('16:30') } },
        { label: 'Hết ngày', patch: { endOfDay: null } },
      ];
  }
}
type TimeMaker = (text: string) => ReminderPolicy['morning'];

/** Every refusal of the policy's schema as a sentence: what is wrong, and what to write instead. */
export function refusalLine({ path, code }: PolicyRefusal): Line {
  const list = path === 'workingDaysBefore' || path === 'digestBeforeDeadline';
  if (list && code === 'too_big') return ['Số ngày từ 1 đến 60, nhiều nhất 10 mốc. Đề nghị bớt lại.'];
  if (list) return ['Số ngày là số nguyên từ 1 đến 60. Ví dụ: ', { code: settingExample.days }];
  if (path === 'morning' && code === 'in_quiet_hours')
    return ['Giờ nhắc nằm trong giờ yên lặng. Đề nghị chọn giờ khác, hoặc đổi giờ yên lặng trước.'];
  if (path === 'digest.time' && code === 'in_quiet_hours')
    return ['Giờ tổng hợp nằm trong giờ yên lặng. Đề nghị chọn giờ khác, hoặc đổi giờ yên lặng trước.'];
  if (path === 'digest.weekday') return ['Ngày tổng hợp là từ thứ Hai đến Chủ nhật.'];
  if (code === 'quiet_hours_empty') return ['Giờ bắt đầu và giờ kết thúc yên lặng phải khác nhau.'];
  if (path === 'roll') return ['Chọn một trong ba: lùi sang ngày làm việc sau, giữ nguyên, đẩy lên trước.'];
  if (code === 'not_a_time') return ['Giờ ghi từ 00:00 đến 23:59. Ví dụ: ', { code: settingExample.morning }];
  return ['Giá trị này không dùng được. Ví dụ: ', { code: settingExample.days }];
}
