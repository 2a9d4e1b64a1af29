import type { Line } from '../core/message.ts';

const SHOWN = 8;

/** Units in which nobody can be written to in private: not paired, or the assistant was shut out. */
export function unreachedLines(units: readonly string[]): Line[] {
  if (units.length === 0) return [];
  const more = units.length > SHOWN ? ` và ${units.length - SHOWN} đơn vị khác` : '';
  const names = units.slice(0, SHOWN).join('; ');
  return [
    [
      `Không gửi riêng được cho ${units.length} đơn vị (đầu mối chưa ghép nối hoặc đã chặn Hệ thống): ${names}${more}. Xem: `,
      { code: '/thanh_vien' },
    ],
  ];
}
