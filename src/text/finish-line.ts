import type { Line } from '../core/message.ts';

export const lineText = {
  cancel: 'Hủy',
  parked: (command: string): Line[] => [
    ['Đã để lại, chưa thay đổi gì. Gõ ', { code: `/${command}` }, ' để làm tiếp.'],
  ],
  cancelled: (): Line[] => [['Đã hủy, chưa thay đổi gì.']],
};
