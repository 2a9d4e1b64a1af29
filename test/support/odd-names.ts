/** What people, units and plans are called where nobody has cleaned it: each made once, with `n` in it. */
const ODD: readonly ((n: number) => string)[] = [
  n => `Phòng Văn hóa – Xã hội số ${n}`.normalize('NFC'),
  n => `Trường Tiểu học Nguyễn Trãi ${n}`.normalize('NFD'),
  n => `<b>Sở Y tế ${n}</b><script>alert(${n})</script>`,
  n => `_Đội *số [${n}](http://x) \`mã\` ~~bỏ~~ ||kín||`,
  n => `👩‍👩‍👧‍👦 Gia đình 🇻🇳 ${n} 👍🏽`,
  n => `\u202eنقابة العمال\u202c ${n}`,
  n => `Ban\u200b Quản\u200d lý\ufeff ${n}`,
  n => `${n} ${'Ủy ban Mặt trận Tổ quốc Việt Nam '.repeat(12)}`.slice(0, 300),
  n => `${n}${'ộ'.normalize('NFD').repeat(100)}`.slice(0, 300),
  n => `Khối ${n} & "Đoàn" 'thể' \\n {0} %s $1 ; -- /* */ </br>`,
  n => `${n}😀`.repeat(60),
  n => `K${n} Z̷̛͎͎̈́͌a̴̤͗l̶͙̃g̸̺̓o ${'\u0323\u0302'.repeat(8)}x`,
];

export const oddNames = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, n) => ODD[(from + n) % ODD.length]?.(from + n) ?? '');
