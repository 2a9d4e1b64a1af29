import type { NewBloc } from '../core/new-bloc.ts';
import { formatInstant } from './days.ts';

const usage = {
  load: 'load TỆP',
  'setup-code': 'setup-code',
  'verify-audit': 'verify-audit [SỐ]',
  backup: 'backup TỆP',
  restore: 'restore TỆP',
  tally: 'tally BẢNG_ĐIỂM SỐ_LIỆU',
  table: 'table TỆP.xlsx',
  'table-template': 'table-template TỆP.xlsx',
  'zalo-check': 'zalo-check [MÃ_CUỘC_TRÒ_CHUYỆN]',
} as const;

/** What the operator's commands print. */
export const cliText = {
  help: (): string =>
    [
      'Lệnh dành cho người vận hành Trợ lý Khối:',
      '',
      '  npm run cli -- load TỆP             Tạo khối từ tệp JSON (cách ghi: docs/bloc-file.md)',
      '  npm run cli -- setup-code           Cấp mã một lần để lập một khối mới',
      '  npm run cli -- verify-audit [SỐ]    Kiểm tra nhật ký của mọi khối, hoặc của một khối',
      '  npm run backup -- TỆP               Sao lưu toàn bộ dữ liệu, cả khi Trợ lý Khối đang chạy',
      '  npm run restore -- TỆP              Khôi phục vào một cơ sở dữ liệu còn trống',
      '  npm run tally -- BẢNG SỐ_LIỆU       Tính thử một bảng điểm, in kết quả dạng JSON (docs/scores.md)',
      '  npm run cli -- table TỆP.xlsx       Đọc bảng điểm từ tệp Excel: bảng, chỗ cần hỏi, cách chấm đề nghị',
      '  npm run cli -- table-template TỆP   Ghi một tệp Excel mẫu để điền bảng điểm',
      '  npm run zalo:check                  Kiểm tra các bot Zalo đã cấu hình, in thành bảng',
      '  npm run cli -- help                 In bản hướng dẫn này',
      '',
      'Cơ sở dữ liệu lấy theo DATABASE_URL; không đặt thì dùng thư mục DATA_DIR (./data).',
      'Mã kết thúc: 0 là xong, 1 là chưa làm được, 2 là gõ sai lệnh.',
    ].join('\n'),
  unknown: (name: string): string => `Không có lệnh “${name}”.`,
  wrongUse: (command: keyof typeof usage): string =>
    `Đồng chí gõ lại theo mẫu: npm run cli -- ${usage[command]}`,
  inUse: (): string =>
    'Lệnh này cần cơ sở dữ liệu rảnh: đồng chí dừng Trợ lý Khối (Ctrl-C ở cửa sổ đang chạy), gõ lại lệnh, rồi khởi động lại. Muốn vừa chạy vừa gõ lệnh thì dùng một PostgreSQL riêng qua DATABASE_URL.',

  cannotRead: (file: string, code: string): string =>
    code === 'ENOENT'
      ? `Không thấy tệp ${file}. Đồng chí kiểm tra lại tên và thư mục.`
      : `Không đọc được tệp ${file} (${code}).`,
  mistakes: (file: string, count: number): string =>
    `Tệp ${file} có ${count} chỗ cần sửa; chưa ghi gì vào cơ sở dữ liệu:`,
  noTable: (file: string, sheets: readonly string[]): string =>
    `Tệp ${file} không có bảng điểm nào đọc được (trang tính: ${sheets.join(', ')}). Cần một dòng tiêu đề có cột “Nội dung” (hoặc “Tiêu chí”) và cột “Điểm tối đa”.`,
  notAWorkbook: (file: string, problem: 'broken' | 'too_large'): string =>
    problem === 'broken'
      ? `Tệp ${file} không phải tệp Excel (.xlsx), hoặc đã hỏng.`
      : `Tệp ${file} quá lớn khi giải nén.`,
  cannotWrite: (file: string, code: string): string =>
    code === 'EEXIST' ? `Tệp ${file} đã có nên không ghi đè.` : `Không ghi được tệp ${file} (${code}).`,
  templateWritten: (file: string): string => `Đã ghi tệp mẫu ${file}.`,
  fileMistakes: (file: string, count: number): string => `Tệp ${file} có ${count} chỗ cần sửa:`,
  loaded: (blocId: number, bloc: NewBloc): string => {
    const { name, season, units, persons, deadlines } = bloc;
    return `Đã tạo khối số ${blocId}: ${name}, năm ${season.year}. Có ${units.length} đơn vị, ${persons.length} người, ${deadlines.length} hạn.`;
  },
  exists: ({ name, council, season }: NewBloc, blocId: number): string =>
    `Khối “${name}” của ${council.name}, năm ${season.year} đã có (khối số ${blocId}) nên không tạo lại. Muốn tạo khối khác, đồng chí đổi tên khối, hội đồng hoặc năm trong tệp.`,
  accountTaken: (user: string, name: string, known: string): string =>
    `Trong phòng thử, “${user}” đang là ${known}, không phải ${name}; chưa ghi gì. Đồng chí chọn tên khác cho ${name} (persons[…].room.user).`,
  roomIsOff: (): string =>
    'Phòng thử đang tắt nên không tạo tài khoản và nhóm phòng thử. Người của khối ghép nối bằng mã của lệnh /moi.',

  setupCode: (code: string, expiresAt: Date): string =>
    [
      `Mã lập khối: ${code}`,
      `Dùng một lần, đến ${formatInstant(expiresAt)}. Đồng chí trao riêng cho người của đơn vị Trưởng khối.`,
    ].join('\n'),

  noBlocs: (): string => 'Chưa có khối nào.',
  noSuchBloc: (blocId: number): string => `Không có khối số ${blocId}.`,
  auditWhole: (blocId: number, name: string): string => `Khối số ${blocId}, ${name}: nhật ký nguyên vẹn.`,
  auditBroken: (blocId: number, name: string, seq: number, why: 'changed' | 'missing' | 'cut'): string => {
    const what = {
      changed: `dòng ${seq} đã bị sửa`,
      missing: `dòng ${seq} đã bị xóa`,
      cut: `phần cuối, từ dòng ${seq}, đã bị cắt hoặc không khớp với dấu chốt`,
    }[why];
    return `Khối số ${blocId}, ${name}: nhật ký KHÔNG nguyên vẹn, ${what}. Đồng chí giữ nguyên hiện trạng và báo người phụ trách.`;
  },
} as const;
