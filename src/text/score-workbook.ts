import type { Points } from '../core/points.ts';
import type { AskedKind } from '../core/sheet-value.ts';
import { formatPoints } from './points.ts';

const HOW: Record<Exclude<AskedKind, 'points' | 'level'>, string> = {
  yes_no: 'Ghi “có” hoặc “không”',
  number: 'Ghi số liệu, ví dụ 92,5',
  ratio: 'Ghi kết quả/chỉ tiêu, ví dụ 80/100',
  count: 'Ghi số lượng, ví dụ 2',
};

/** Words of the sheets that units fill in, and of the empty table that a lead begins with. */
export const scoreSheetWords = {
  columns: { key: 'Mã', no: 'STT', name: 'Nội dung', max: 'Điểm tối đa', how: 'Cách ghi', answer: 'Trả lời' },
  sheet: 'Bản chấm',
  title: (tableName: string, unitName: string): string[] => [tableName, `Đơn vị: ${unitName}`],
  notes: [
    'Chỉ ghi vào cột “Trả lời”. Không sửa cột “Mã”. Tiêu chí không được giao thì ghi “không giao”.',
    'Ghi xong, gửi tệp này vào cuộc trò chuyện với Hệ thống.',
  ],
  derived: 'Hệ thống tự tính, không cần ghi',
  how: (asks: AskedKind, { max, levels }: { max: Points; levels: readonly string[] }): string => {
    if (asks === 'points') return `Ghi điểm, từ 0 đến ${formatPoints(max)}`;
    return asks === 'level' ? `Ghi một mức: ${levels.join('; ')}` : HOW[asks];
  },
} as const;

/** The empty layout that `/bang_diem` reads, with a few lines to be written over. */
export const tableTemplateWords = {
  sheet: 'Bảng điểm',
  title: ['BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA NĂM …'],
  columns: ['STT', 'Nội dung', 'Điểm tối đa', 'Cách chấm'],
  rows: [
    ['I', 'Thực hiện nhiệm vụ được giao', 60, ''],
    ['1', 'Tỷ lệ hoàn thành chỉ tiêu năm', 40, 'Tính theo tỷ lệ thực hiện'],
    ['2', 'Kiểm tra nội bộ', 20, ''],
    ['II', 'Công tác thi đua, khen thưởng', 40, ''],
    [
      '1',
      'Báo cáo đúng hạn',
      10,
      'Nộp chậm 1-2 ngày trừ 2 điểm; chậm 3-5 ngày trừ 5 điểm; chậm trên 5 ngày trừ 10 điểm',
    ],
    ['2', 'Tổ chức phong trào', 30, ''],
    ['', 'Tổng cộng', 100, ''],
    ['III', 'Điểm thưởng', 5, ''],
    ['1', 'Mô hình được nhân rộng', 5, 'Mỗi mô hình cộng 1 điểm'],
  ],
  notes: ['Thay các dòng ví dụ bằng bảng điểm của khối. Giữ nguyên dòng tiêu đề các cột.'],
} as const;
