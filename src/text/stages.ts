import type { SheetStage } from '../core/stage.ts';

/** Where a sheet stands, in a word or two. */
export const stageWords: Record<SheetStage, string> = {
  self: 'chưa gửi',
  returned: 'đang bổ sung',
  verifying: 'chờ thẩm định',
  explaining: 'chờ giải trình',
  reverifying: 'chờ thẩm định lại',
  final: 'đã kết luận',
};
