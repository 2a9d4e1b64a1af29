import type { ConfigFault, ConfigProblem, Setting } from '../core/config-problem.ts';

interface Explained {
  what: string;
  write: string;
  example: string;
}

const explained: Record<Setting, Explained> = {
  DATABASE_URL: {
    what: 'địa chỉ cơ sở dữ liệu PostgreSQL',
    write:
      'địa chỉ bắt đầu bằng postgres://, ký tự đặc biệt trong mật khẩu viết dạng mã hóa URL (ví dụ @ thành %40); hoặc bỏ trống để dùng cơ sở dữ liệu kèm theo',
    example: 'postgres://tlk:mat-khau@localhost:5432/tlk',
  },
  DATA_DIR: { what: 'thư mục dữ liệu', write: 'đường dẫn một thư mục ghi được', example: './data' },
  HOST: {
    what: 'địa chỉ mạng mà trang web lắng nghe',
    write: 'địa chỉ IP hoặc tên máy, không kèm http:// và số cổng',
    example: '127.0.0.1',
  },
  PORT: { what: 'cổng của trang web', write: 'một số nguyên từ 1 đến 65535', example: '8080' },
  PUBLIC_URL: {
    what: 'địa chỉ công khai của Trợ lý Khối',
    write: 'địa chỉ http:// hoặc https:// chỉ gồm tên máy và cổng, không có đường dẫn phía sau',
    example: 'https://khoi.example.vn',
  },
  ROOM: { what: 'bật hay tắt phòng thử', write: 'on hoặc off', example: 'on' },
  LOG_LEVEL: {
    what: 'mức ghi nhật ký',
    write: 'một trong các mức trace, debug, info, warn, error, fatal, silent',
    example: 'info',
  },
  CLOCK: {
    what: 'đồng hồ giả lập khi chạy thử',
    write: 'thời điểm ISO 8601 có múi giờ, có thể thêm tốc độ (x0 là đứng yên, x60 là nhanh gấp 60 lần)',
    example: '2026-06-08T07:30:00+07:00 x60',
  },
  ALERT_URL: {
    what: 'địa chỉ nhận cảnh báo vận hành',
    write: 'địa chỉ bắt đầu bằng http:// hoặc https://; hoặc bỏ trống để chỉ ghi vào nhật ký',
    example: 'https://canh-bao.example.vn/tro-ly-khoi',
  },
  TELEGRAM_BOT_TOKEN: {
    what: 'mã của bot Telegram',
    write: 'đúng dòng mã mà @BotFather cấp, gồm dãy số, dấu hai chấm và phần chữ',
    example: '123456789:mat-ma-do-BotFather-cap',
  },
  TELEGRAM_API_ROOT: {
    what: 'địa chỉ máy chủ Bot API của Telegram',
    write: 'địa chỉ bắt đầu bằng http:// hoặc https://; hoặc bỏ trống để dùng máy chủ của Telegram',
    example: 'https://api.telegram.org',
  },
  TELEGRAM_WEBHOOK_SECRET: {
    what: 'mã bí mật mà Telegram gửi kèm mỗi lần gọi tới',
    write:
      'từ 16 đến 256 ký tự, chỉ gồm chữ không dấu, số, gạch dưới và gạch ngang; hoặc bỏ trống để Hệ thống tự hỏi Telegram (không cần webhook)',
    example: 'mot-chuoi-dai-kho-doan-2026',
  },
  ZALO_BOT_TOKEN: {
    what: 'mã của bot Zalo',
    write:
      'đúng mã mà Zalo Bot Creator gửi, gồm dãy số, dấu hai chấm và phần chữ; nhiều bot thì cách nhau bằng dấu phẩy, mỗi bot một mã',
    example: '12345689:ma-do-Zalo-cap',
  },
  ZALO_API_ROOT: {
    what: 'địa chỉ máy chủ Bot API của Zalo',
    write: 'địa chỉ bắt đầu bằng http:// hoặc https://; hoặc bỏ trống để dùng máy chủ của Zalo',
    example: 'https://bot-api.zaloplatforms.com',
  },
  ZALO_WEBHOOK_SECRET: {
    what: 'mã bí mật mà Zalo gửi kèm mỗi lần gọi tới',
    write:
      'từ 8 đến 256 ký tự, không dấu, không khoảng trắng; hoặc bỏ trống để Hệ thống tự hỏi Zalo (chỉ để chạy thử)',
    example: 'mot-chuoi-dai-kho-doan-2026',
  },
};

function faultText(fault: ConfigFault): string {
  switch (fault.code) {
    case 'invalid': {
      const { what, write, example } = explained[fault.setting];
      const found =
        fault.found === null
          ? 'giá trị hiện có không được hiển thị vì lý do bảo mật'
          : `hiện là «${fault.found}»`;
      return `${fault.setting} (${what}) chưa đúng: ${found}. Đồng chí ghi ${write}. Ví dụ: ${fault.setting}=${quoted(example)}`;
    }
    case 'clock_with_platform':
      return `CLOCK (${explained.CLOCK.what}) không dùng được khi đã có ${fault.token}, vì đồng hồ của khối thật không được thay đổi. Đồng chí bỏ CLOCK, hoặc bỏ ${fault.token} nếu chỉ chạy thử.`;
    case 'needs': {
      const { what, example } = explained[fault.needs];
      return `${fault.setting} (${explained[fault.setting].what}) chỉ dùng được khi có ${fault.needs} (${what}). Đồng chí ghi thêm ${fault.needs}, hoặc bỏ ${fault.setting}. Ví dụ: ${fault.needs}=${quoted(example)}`;
    }
    case 'never_called': {
      const { what, example } = explained.PUBLIC_URL;
      return `PUBLIC_URL (${what}) hiện là «${fault.found}»: Telegram chỉ gọi tới địa chỉ https:// ở cổng 443, 80, 88 hoặc 8443. Đồng chí sửa PUBLIC_URL, hoặc bỏ TELEGRAM_WEBHOOK_SECRET để Hệ thống tự hỏi Telegram. Ví dụ: PUBLIC_URL=${example}`;
    }
    case 'misspelt':
      return `Không có cài đặt tên là ${fault.name}; có lẽ đồng chí định viết ${fault.meant}. Đồng chí sửa lại tên, hoặc bỏ ${fault.name}.`;
  }
}

/** As a shell takes it. */
const quoted = (example: string) => (example.includes(' ') ? `"${example}"` : example);

/** For the operator at the terminal: everything that is wrong, and what to write instead. */
export function configProblemText({ faults }: ConfigProblem): string {
  const head =
    faults.length === 1
      ? 'Trợ lý Khối chưa khởi động vì có một cài đặt chưa đúng:'
      : `Trợ lý Khối chưa khởi động vì có ${faults.length} cài đặt chưa đúng:`;
  return [head, ...faults.map(fault => `- ${faultText(fault)}`)].join('\n');
}
