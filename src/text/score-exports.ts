import type { Line, Message } from '../core/message.ts';
import { points } from '../core/points.ts';
import type { Appeal } from '../core/scoring-facts.ts';
import { fold } from './fold.ts';
import { formatPoints } from './points.ts';

const slug = (words: string) => fold(words).replaceAll(/[^a-z\d]+/g, '-');

/** What goes with pictures and documents of scores. */
export const scoreExportText = {
  nothing: (): Message => ({ lines: [['Khối chưa có bảng điểm nên chưa lập được.']] }),
  begun: (): Line[] => [['Đang lập, Hệ thống sẽ gửi ngay.']],
  minutesLabel: 'Biên bản họp bình xét',
  ranking: (year: number, word: string) => ({
    name: `xep-hang-${year}.png`,
    lines: [[`Bảng xếp hạng năm ${year} (${word}).`]],
  }),
  groups: (unit: string, word: string) => ({
    name: `diem-${slug(unit)}.png`,
    lines: [[`Điểm theo nhóm của ${unit} (${word}).`]],
  }),
  workbook: (word: string) => [[`Bảng tổng hợp điểm (${word}): mỗi đơn vị một trang tính, có công thức.`]],
  minutes: (word: string) => [
    [`Dự thảo biên bản họp bình xét (điểm ${word}).`],
    ['Đề nghị đồng chí điền các chỗ trống, kiểm tra rồi trình ký.'],
  ],
  template: () => ({
    name: 'bang-diem-mau.xlsx',
    lines: [['Mẫu bảng điểm. Đồng chí sửa các dòng rồi gửi lại tệp vào cuộc trò chuyện.']],
  }),
  sheet: (unit: string | null, year: number) => ({
    name: `phieu-cham-${unit === null ? '' : `${slug(unit)}-`}${year}.xlsx`,
    lines: [
      [
        unit === null
          ? 'Phiếu chấm theo bảng điểm đang dùng.'
          : `Phiếu chấm của ${unit}. Ghi xong cột “Trả lời”, đồng chí gửi lại tệp vào cuộc trò chuyện.`,
      ],
    ],
  }),
  stateLine: (word: string, at: string) => `Điểm ${word}, ${at}.`,
  points: (hundredths: number) => formatPoints(points(hundredths)),
  appeal: (unit: string, criterion: string, { text, decision }: Appeal) => {
    const what =
      decision === null ? 'chưa trả lời' : decision.kind === 'accepted' ? 'chấp nhận' : 'giữ nguyên';
    return `${unit}, tiêu chí ${criterion}: “${text}”; ${what}${decision ? ` (${decision.reason})` : ''}.`;
  },
} as const;
