import { type Authority, authorities } from '../core/bloc.ts';
import { type Governed, type Permission, permissionOf } from '../core/permissions.ts';

/** The parts of docs/huong-dan.md that come from the commands' own data. */

interface Explained extends Governed {
  name: string;
  says: readonly string[];
  summary: string;
  example: string;
}

const who: Record<Authority, string> = {
  stranger: 'Chưa ghép nối',
  member: 'Thành viên',
  contact: 'Đầu mối',
  lead: 'Trưởng khối, thư ký',
};

const least: Record<Authority, string> = {
  stranger: 'mọi người',
  member: 'thành viên, đầu mối, Trưởng khối và thư ký',
  contact: 'đầu mối, Trưởng khối và thư ký',
  lead: 'Trưởng khối và thư ký',
};

/** By what happens in private, then in the group. */
const cells: Record<string, string> = {
  'here here': 'Riêng, nhóm',
  'here in_private': 'Riêng',
  'here write_privately': 'Chỉ nhắn riêng',
  'pair_first pair_first': 'Ghép nối trước',
  'not_allowed not_allowed': 'Không',
};

function cell(command: Explained, authority: Authority): string {
  const both: [Permission, Permission] = [
    permissionOf(command, authority, 'private'),
    permissionOf(command, authority, 'group'),
  ];
  const text = cells[both.join(' ')];
  if (!text) throw new Error(`no words for ${both.join(' ')}`);
  return text;
}

/** Who may do what, and where the answer comes. */
export function permissionTable(commands: readonly Explained[]): string {
  const row = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  return [
    row(['Lệnh', ...authorities.map(authority => who[authority])]),
    row(['---', ...authorities.map(() => '---')]),
    ...commands.map(command =>
      row([`\`/${command.name}\``, ...authorities.map(authority => cell(command, authority))]),
    ),
    '',
    '- **Riêng, nhóm**: trả lời ngay nơi đồng chí hỏi.',
    '- **Riêng**: hỏi trong nhóm cũng được, Hệ thống trả lời trong cuộc trò chuyện riêng.',
    '- **Chỉ nhắn riêng**: hỏi trong nhóm thì Hệ thống đề nghị nhắn riêng.',
    '- **Ghép nối trước**: Hệ thống hướng dẫn xin mã của Trưởng khối.',
    '- **Không**: Hệ thống từ chối và nêu lệnh dành cho ai.',
  ].join('\n');
}

/** Each command: what it does, an example, who may, what else is understood. */
export function commandReference(commands: readonly Explained[]): string {
  return commands
    .map(({ name, says, summary, example, roles, where }) =>
      [
        `#### \`/${name}\``,
        '',
        `${summary}.`,
        '',
        `- Ví dụ: \`${example}\``,
        `- Dành cho: ${least[roles]}${where === 'private' ? '; trả lời riêng' : ''}`,
        `- Cũng hiểu: ${says.map(word => `“${word}”`).join(', ')}`,
      ].join('\n'),
    )
    .join('\n\n');
}

const markers = {
  permissions: permissionTable,
  commands: commandReference,
} as const;

/** The guide with its generated parts as they should be now. @throws where a marker is missing */
export function withGeneratedParts(guide: string, commands: readonly Explained[]): string {
  return Object.entries(markers).reduce((text, [name, make]) => {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the guide lacks ${begin} … ${end}`);
    return `${text.slice(0, from + begin.length)}\n\n${make(commands)}\n\n${text.slice(to)}`;
  }, guide);
}
