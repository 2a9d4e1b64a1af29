import type { DatabaseProblem } from '../core/database-problem.ts';

/** For the operator at the terminal: what happened, then what to do. */
export function databaseProblemText(problem: DatabaseProblem): string {
  const trouble = problem.trouble;
  switch (trouble.code) {
    case 'no_binaries':
      return trouble.path === null
        ? `Chưa có PostgreSQL kèm theo cho hệ máy ${trouble.platform}. Đồng chí chạy lại «npm install» (không bỏ gói tùy chọn), hoặc đặt DATABASE_URL trỏ tới một PostgreSQL từ 15 đến 18. Trên Windows nên dùng WSL 2.`
        : `PostgreSQL kèm theo không chạy được trên hệ máy ${trouble.platform} (${trouble.path}). Đồng chí chạy lại «npm install», hoặc đặt DATABASE_URL trỏ tới một PostgreSQL từ 15 đến 18.`;
    case 'data_dir_in_use':
      return `Thư mục dữ liệu ${trouble.dataDir} đang được một tiến trình khác của Trợ lý Khối sử dụng. Đồng chí dừng tiến trình đó, hoặc chọn thư mục dữ liệu khác.`;
    case 'data_dir_not_writable':
      return `Không ghi được vào thư mục dữ liệu ${trouble.dataDir}. Đồng chí cấp quyền ghi cho người dùng đang chạy Trợ lý Khối, hoặc chọn thư mục khác.`;
    case 'cannot_run_as_root':
      return `PostgreSQL không chạy dưới quyền root, và hệ máy này không cho hạ quyền tại ${trouble.dataDir}. Đồng chí chạy Trợ lý Khối bằng người dùng thường, hoặc chuyển thư mục dữ liệu tới nơi mọi người dùng vào được (ví dụ /var/lib/tro-ly-khoi).`;
    case 'not_our_version':
      return `Thư mục dữ liệu ${trouble.dataDir} thuộc PostgreSQL ${trouble.found}, còn bản này dùng PostgreSQL ${trouble.ours}. Đồng chí cài lại bản Trợ lý Khối trước đó để sao lưu, rồi khôi phục vào một thư mục dữ liệu mới.`;
    case 'cannot_start':
      return [
        `Cơ sở dữ liệu trong ${trouble.dataDir} không khởi động được. Đồng chí kiểm tra dung lượng đĩa và gửi những dòng sau cho người phụ trách kỹ thuật:`,
        ...trouble.log.map(line => `  ${line}`),
      ].join('\n');
    case 'no_user_name':
      return 'Người dùng đang chạy Trợ lý Khối không có tên trên hệ máy này, mà PostgreSQL kèm theo cần tên đó. Đồng chí chạy bằng người dùng có trong /etc/passwd, hoặc đặt DATABASE_URL trỏ tới một PostgreSQL từ 15 đến 18.';
    case 'cannot_connect':
      return `Không kết nối được cơ sở dữ liệu ở ${trouble.host} (${trouble.reason}). Đồng chí kiểm tra DATABASE_URL (địa chỉ, tên cơ sở dữ liệu, tài khoản, mật khẩu) và PostgreSQL ở đó đã chạy chưa.`;
    case 'roles_missing':
      return [
        `Tài khoản cơ sở dữ liệu «${trouble.login}» không có quyền tạo hoặc dùng hai vai trò tlk_app và tlk_system. Đồng chí nhờ người quản trị cơ sở dữ liệu chạy một lần:`,
        '  create role tlk_app nologin nobypassrls;',
        '  create role tlk_system nologin nobypassrls;',
        `  grant tlk_app, tlk_system to "${trouble.login.replaceAll('"', '""')}";`,
        'Các vai trò đã có sẵn thì chỉ cần dòng cuối.',
      ].join('\n');
    case 'role_too_mighty':
      return `Vai trò ${trouble.role} đang được phép vượt qua ranh giới giữa các khối (SUPERUSER hoặc BYPASSRLS). Đồng chí bỏ quyền đó: alter role ${trouble.role} nosuperuser nobypassrls;`;
  }
}
