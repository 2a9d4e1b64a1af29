import type { Day } from '../core/day.ts';
import { capitalised } from './fold.ts';
import { placeOf } from './plan-places.ts';

/** Sentences of the minutes of a bloc's review (biên bản họp khối bình xét thi đua), laid out as NĐ 30/2020 asks. */

export interface MinutesShown {
  councilName: string;
  blocName: string;
  /** Whose council it is, `xã Hà Bắc`; null: left to be written. */
  place: string | null;
  year: number;
  /** Of the document. */
  day: Day;
  tableName: string;
  /** Out of which the points are. */
  max: string;
  /** Null: results are not published yet. */
  publishedAt: string | null;
  units: {
    rank: string;
    name: string;
    self: string;
    verified: string;
    final: string;
    /** The class, a tie, why it is not considered. */
    note: string;
    /** Who verified it. */
    verifiedBy: string;
  }[];
  /** What put units of equal points one behind the other. */
  decided: string[];
  changes: { unit: string; criterion: string; from: string; to: string; reason: string }[];
  appeals: string[];
  /** How many units have no place, and why. */
  notConsidered: string[];
  /** The counted ballots of the year; empty: left to be written. */
  ballots: string[][];
  leadName: string;
}

const BLANK = '……………………';
const two = (n: number) => String(n).padStart(2, '0');

/** Days below 10 and the months 1 and 2 with a zero, as the decree writes them. */
const longDay = (day: Day) => {
  const [year, month, date] = day.split('-').map(Number);
  return `ngày ${two(date ?? 0)} tháng ${(month ?? 0) < 3 ? two(month ?? 0) : month} năm ${year}`;
};

/** As the decree has it: the bare name, in full where that is a number or a person's. */
const signedIn = (area: string) =>
  /\d|Hồ Chí Minh/u.test(area) ? capitalised(area) : capitalised(placeOf(area));

export const minutesText = {
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số: ……/BB-KTĐ',
  placeAndDay: ({ place, day }: Pick<MinutesShown, 'place' | 'day'>) =>
    `${place === null ? BLANK : signedIn(place)}, ${longDay(day)}`,
  title: 'BIÊN BẢN',
  subject: (year: number) => `Họp khối bình xét thi đua năm ${year}`,
  opening: ({ day, blocName }: MinutesShown) => [
    `Thời gian: …… giờ ……, ${longDay(day)}.`,
    `Địa điểm: ${BLANK}${BLANK}.`,
    `${blocName} họp bình xét thi đua với các nội dung sau:`,
  ],
  attendance: {
    title: 'I. THÀNH PHẦN',
    lines: (units: number, leadName: string) => [
      `1. Chủ trì: đồng chí ${BLANK}, chức vụ ${BLANK}, ${leadName} (Trưởng khối).`,
      `2. Thư ký: đồng chí ${BLANK}, chức vụ ${BLANK}.`,
      `3. Đại diện các đơn vị thành viên: triệu tập ${units} đơn vị; có mặt …… đơn vị; vắng …… đơn vị (lý do: ${BLANK}).`,
    ],
  },
  results: {
    title: 'II. KẾT QUẢ CHẤM ĐIỂM VÀ XẾP HẠNG',
    basis: ({ tableName, max, publishedAt }: MinutesShown) =>
      publishedAt === null
        ? `Căn cứ bảng điểm “${tableName}” (thang ${max} điểm). Kết quả dưới đây là tạm tính, chưa công bố.`
        : `Căn cứ bảng điểm “${tableName}” (thang ${max} điểm). Kết quả đã công bố lúc ${publishedAt}.`,
    columns: ['Hạng', 'Đơn vị', 'Tự chấm', 'Thẩm định', 'Kết luận', 'Ghi chú'],
    verifiers: 'Đơn vị thẩm định:',
    verifier: (unit: string, by: string) => `- ${unit}: ${by}.`,
    changes: 'Tiêu chí thẩm định khác tự chấm:',
    changeColumns: ['Đơn vị', 'Tiêu chí', 'Tự chấm', 'Kết luận', 'Lý do'],
    noChanges: 'Không có tiêu chí nào thẩm định khác tự chấm.',
    notConsidered: 'Đơn vị không xét thi đua:',
    appeals: 'Kiến nghị:',
  },
  discussion: {
    title: 'III. Ý KIẾN THẢO LUẬN',
    lines: [`${BLANK}${BLANK}${BLANK}`, `${BLANK}${BLANK}${BLANK}`],
  },
  vote: {
    title: 'IV. BÌNH XÉT, ĐỀ NGHỊ KHEN THƯỞNG',
    counts:
      'Kết quả biểu quyết hoặc bỏ phiếu: phát ra …… phiếu; thu về …… phiếu; hợp lệ …… phiếu; không hợp lệ …… phiếu.',
    lines: [`Đề nghị tặng Cờ thi đua: ${BLANK}${BLANK}.`, `Đề nghị tặng Bằng khen (Giấy khen): ${BLANK}.`],
    caution:
      'Biên bản ghi kết quả bình xét nội bộ của Khối. Việc bỏ phiếu xét khen thưởng của Hội đồng Thi đua - Khen thưởng thực hiện theo quy định của pháp luật.',
  },
  closing: `Cuộc họp kết thúc lúc …… giờ …… cùng ngày. Biên bản đã được đọc cho các thành viên dự họp nghe, nhất trí thông qua.`,
  recipients: {
    title: 'Nơi nhận:',
    lines: ['- Hội đồng TĐKT (để báo cáo);', '- Các đơn vị thành viên;', '- Lưu: Khối thi đua.'],
  },
  clerk: 'THƯ KÝ',
  chair: ['CHỦ TỌA', 'TRƯỞNG KHỐI'],
  sign: '(Ký, ghi rõ họ tên)',
  fileName: (year: number) => `bien-ban-binh-xet-thi-dua-${year}.docx`,
} as const;
