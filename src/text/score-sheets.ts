import { fold } from './fold.ts';

/** Words of the workbook of scores. */
export const scoreBookText = {
  tally: 'Tổng hợp',
  title: (bloc: string, year: number) => [`${bloc}: bảng tổng hợp điểm thi đua năm ${year}`],
  unitTitle: (unit: string, table: string) => [unit, table],
  made: (words: string) => words,
  columns: {
    rank: 'Hạng',
    unit: 'Đơn vị',
    self: 'Tự chấm',
    verified: 'Thẩm định',
    final: 'Kết luận',
    max: 'Điểm tối đa',
    class: 'Xếp loại',
    note: 'Ghi chú',
    no: 'STT',
    content: 'Nội dung',
    reason: 'Lý do thay đổi',
    state: 'Tình trạng',
    verifiedBy: 'Đơn vị thẩm định',
  },
  total: 'Tổng điểm',
  notAssigned: 'không được giao',
  open: 'chưa có điểm',
  notConsidered: (word: string, reasons: string) => `${word}: ${reasons}`,
  sheetName: (position: number, unit: string) =>
    `${position} ${unit.replaceAll(/[[\]:*?/\\']/g, ' ')}`.slice(0, 31).trimEnd(),
  fileName: (bloc: string, year: number) =>
    `bang-diem-${fold(bloc).replaceAll(/[^a-z\d]+/g, '-')}-${year}.xlsx`,
} as const;
