import { z } from 'zod';
import { privacyText } from '../src/text/privacy.ts';
import { defineCommand } from './command.ts';
import { saying } from './reply.ts';

export const duLieuCuaToi = defineCommand({
  name: 'du_lieu_cua_toi',
  says: ['dữ liệu của tôi', 'dữ liệu cá nhân', 'xem dữ liệu cá nhân'],
  summary: 'Mọi dữ liệu Hệ thống lưu về đồng chí, kèm tệp đầy đủ',
  example: '/du_lieu_cua_toi',
  roles: 'stranger',
  where: 'private',
  args: z.string(),
  run: async (_, { actor, ports, now }) => {
    if (!actor) return saying(privacyText.nothing());
    const data = await ports.privacy.data();
    const sha256 = await ports.privacy.keep(privacyText.content(data, now));
    const file = sha256 && { sha256, name: privacyText.fileName, mime: 'application/json' };
    const lines = privacyText.summary(actor.displayName, data);
    return { kind: 'say', says: [{ lines, ...(file ? { file } : {}) }] };
  },
});
