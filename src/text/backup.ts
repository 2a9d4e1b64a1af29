import type { BackupTrouble } from '../core/backup-problem.ts';
import { formatBytes } from './sizes.ts';

const why: Record<string, string> = {
  ENOENT: 'không có tệp hoặc thư mục này',
  EACCES: 'không có quyền',
  EROFS: 'ổ đĩa chỉ đọc',
  ENOSPC: 'ổ đĩa đã đầy',
  EDQUOT: 'đã hết hạn mức ổ đĩa',
};

/** What backing up and restoring print for the operator. */
export const backupText = {
  made: (file: string, rows: number, bytes: number): string =>
    `Đã sao lưu ${rows} dòng dữ liệu vào ${file} (${formatBytes(bytes)}) và đọc lại để kiểm tra. Tệp có thông tin cá nhân và báo cáo của các đơn vị; đồng chí cất ở nơi riêng, khác máy đang chạy.`,
  restored: (rows: number, tables: number, server: string): string =>
    `Đã khôi phục ${rows} dòng của ${tables} bảng (sao lưu từ PostgreSQL ${server}); số dòng và mã kiểm của từng bảng đều khớp.`,
  schemaDiffered: (): string =>
    'Lưu ý: cấu trúc cơ sở dữ liệu cũ từng được sửa tay (chẳng hạn thêm chỉ mục). Dữ liệu đã đủ; phần sửa tay đó không nằm trong bản sao lưu.',
  next: (): string =>
    'Bước tiếp theo: khởi động Trợ lý Khối. Tin còn chờ gửi lúc sao lưu sẽ được gửi; hạn nhắc đã qua được gộp lại một lần.',

  trouble: (trouble: BackupTrouble): string => {
    switch (trouble.code) {
      case 'nothing_here':
        return 'Chưa có dữ liệu để sao lưu ở đây. Đồng chí kiểm tra lại DATA_DIR hoặc DATABASE_URL.';
      case 'file_exists':
        return `Đã có tệp ${trouble.file}; bản sao lưu không ghi đè. Đồng chí chọn tên khác.`;
      case 'file_failed':
        return `Không đọc hoặc ghi được ${trouble.file}: ${why[trouble.why] ?? trouble.why}.`;
      case 'not_a_backup':
        return `${trouble.file} không phải là tệp sao lưu của Trợ lý Khối.`;
      case 'damaged':
        return `Tệp ${trouble.file} không nguyên vẹn${trouble.table ? ` (bảng ${trouble.table})` : ''}; chưa ghi gì vào cơ sở dữ liệu. Đồng chí dùng bản sao lưu khác.`;
      case 'other_release':
        return `Tệp ${trouble.file} được tạo bởi một bản Trợ lý Khối mới hơn hoặc khác bản này. Đồng chí cài đúng bản đó, hoặc bản mới hơn nữa, rồi khôi phục lại.`;
      case 'not_empty':
        return `Cơ sở dữ liệu đích đã có dữ liệu${trouble.table ? ` (bảng ${trouble.table})` : ''}; chỉ khôi phục vào nơi còn trống, chưa ghi gì. Đồng chí chọn DATA_DIR mới hoặc một cơ sở dữ liệu mới.`;
      case 'differs':
        return `Dữ liệu đọc lại của bảng ${trouble.table} không khớp với tệp sao lưu nên đã bỏ toàn bộ lần khôi phục này. Đồng chí giữ nguyên tệp và báo người phụ trách kỹ thuật.`;
    }
  },
} as const;
