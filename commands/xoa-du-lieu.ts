import { z } from 'zod';
import { fold } from '../src/text/fold.ts';
import { privacyText } from '../src/text/privacy.ts';
import { defineCommand } from './command.ts';
import { saying } from './reply.ts';

export const xoaDuLieu = defineCommand({
  name: 'xoa_du_lieu',
  says: ['xóa dữ liệu', 'xóa dữ liệu cá nhân', 'xóa dữ liệu của tôi', 'rời hệ thống'],
  summary: 'Xóa dữ liệu cá nhân của đồng chí, có hỏi lại',
  example: '/xoa_du_lieu',
  roles: 'stranger',
  where: 'private',
  leavesNoTrace: true,
  args: z.string(),
  run: async (words, { actor, ports }) => {
    if (!actor) return saying(privacyText.nothing());
    const said = fold(words);
    if (said === 'thoi') return saying(privacyText.kept());
    if (said === 'dong y') {
      await ports.privacy.erase();
      return saying(privacyText.erased());
    }
    const sole = await ports.privacy.soleContactOf();
    return saying(privacyText.explain(sole), [[privacyText.look], [privacyText.erase, privacyText.keep]]);
  },
});
