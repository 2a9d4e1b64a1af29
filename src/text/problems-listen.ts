import type { ListenProblem } from '../core/listen-problem.ts';

/** For the operator at the terminal: what happened, then what to do. */
export function listenProblemText({ trouble: { code, host, port } }: ListenProblem): string {
  switch (code) {
    case 'port_taken':
      return `Cổng ${port} tại ${host} đang được một chương trình khác sử dụng. Đồng chí dừng chương trình đó, hoặc chọn cổng khác, ví dụ PORT=${otherThan(port)}.`;
    case 'port_not_allowed':
      return `Người dùng hiện tại không được phép mở cổng ${port}. Đồng chí chọn cổng từ 1024 trở lên, ví dụ PORT=8080.`;
    case 'host_not_here':
      return `Máy này không có địa chỉ ${host}. Đồng chí sửa cài đặt HOST, ví dụ HOST=127.0.0.1, hoặc HOST=0.0.0.0 để nhận kết nối từ máy khác.`;
    case 'cannot_listen':
      return `Không mở được trang web tại ${host}, cổng ${port}. Đồng chí kiểm tra hai cài đặt HOST và PORT.`;
  }
}

const otherThan = (port: number) => (port < 65_535 ? port + 1 : 8080);
