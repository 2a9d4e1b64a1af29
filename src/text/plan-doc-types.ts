import { foldLetters } from './fold-letters.ts';
import { capitalised } from './plan-names.ts';

const TYPES = [
  ...['kế hoạch', 'chương trình', 'hướng dẫn', 'quyết định', 'thông báo', 'báo cáo', 'tờ trình', 'chỉ thị'],
  ...[
    'quy chế',
    'quy định',
    'biên bản',
    'công văn',
    'giấy mời',
    'nghị quyết',
    'giao ước thi đua',
    'phương án',
  ],
  ...[
    'đề án',
    'hóa đơn',
    'hóa đơn giá trị gia tăng',
    'hợp đồng',
    'danh sách',
    'phiếu chi',
    'phiếu thu',
    'đơn xin',
    'thư mời',
  ],
];

/** `ke hoach` → `Kế hoạch`. */
export const docTypeName = (folded: string): string =>
  capitalised(TYPES.find(type => foldLetters(type) === folded) ?? folded);
