import type { Line } from '../core/message.ts';

export const lineText = {
  cancel: 'Hủy',
  cancelled: (): Line[] => [['Đã hủy, chưa thay đổi gì.']],
};
