import type { Day } from '../../core/day.ts';
import { foldLetters } from '../../text/fold-letters.ts';
import { placeOf, provinceNamed } from '../../text/plan-places.ts';
import type { Document } from '../document/document.ts';
import type { Fact } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { type Area, areasIn, mostNamed } from './areas.ts';
import { type BlocMention, blocMentions } from './blocs.ts';
import { type Citation, contradictsItself, lowerBound } from './citations.ts';
import { type IssueDate, issueDate } from './issue-date.ts';
import { inFull, issuerInSignature, issuerInText, letterhead } from './issuer.ts';
import { levelOf } from './level.ts';
import { type PrintedNumber, printedNumber } from './number.ts';
import { type Scope, scopeOf } from './scope.ts';
import { type Signature, signatureOf } from './signature.ts';
import { type Title, titleOf } from './title.ts';

/** Who issued what, when, for which bloc. */
export interface Identity {
  /** Folded: `ke hoach`. */
  documentKind: string | null;
  number: PrintedNumber | null;
  issued: IssueDate | null;
  lowerBound: { day: Day; citation: Citation } | null;
  title: Title | null;
  signature: Signature | null;
  letterhead: ReturnType<typeof letterhead>;
  issuer: Fact<string> | null;
  scope: Scope;
  bloc: { name: string; mention: BlocMention; mentions: BlocMention[] } | null;
  level: PlanRecord['level'];
  areas: Area[];
  province: string | null;
  commune: string | null;
  year: number | null;
}

export function identityOf(document: Document, citations: readonly Citation[]): Identity {
  const number = printedNumber(document);
  const issued = issueDate(document);
  const title = titleOf(document);
  const signature = signatureOf(document.signature, casedLike(document));
  const printed = letterhead(document.header);
  const head = { ...printed, names: printed.names.map(casedLike(document)) };
  const blocs = blocMentions(document, head.names);
  const subject = issuerInText(document);
  const scope = scopeOf({
    ...{ document, signature, blocs },
    title: title?.folded ?? '',
    symbol: number?.symbol ?? null,
    letterhead: head.names,
    subject: subject?.value ?? null,
  });
  const text = document.lines.map(line => line.text).join('\n');
  const areas = areasIn(text, foldLetters(text));
  const own = blocOf(blocs, scope);
  const bloc = own && { ...own, name: blocInFull(own.name, areas, head.names) };
  const issuer = issuerOf();
  const province = mostNamed(areas, 'province') ?? (issued?.place ? provinceNamed(issued.place) : null);
  const commune = communeOf(areas, issued?.place ?? null);
  const level = levelOf({
    names: [bloc?.name, issuer?.value, ...head.names, ...(signature?.offices ?? []), title?.text].flatMap(
      name => (name ? [foldLetters(name)] : []),
    ),
    place: issued?.place ?? null,
  });
  return {
    ...{ number, issued, title, signature, issuer, scope, bloc, level, areas, province, commune },
    documentKind: document.kind,
    letterhead: head,
    lowerBound: boundOf(citations, issued),
    year: yearOf(title, issued, document),
  };

  function issuerOf(): Fact<string> | null {
    if (scope === 'bloc_plan' && bloc)
      return { value: bloc.name, from: bloc.mention.from, confidence: 'certain' };
    const printed = head.names.at(-1);
    const inHead: Fact<string> | null =
      printed && head.line !== null
        ? {
            value: inFull(withSuperior(head.names), foldLetters(printed), areas, issued?.place ?? null),
            from: {
              quote: document.lines[head.line - 1]?.text.trim() ?? printed,
              line: head.line,
              last: head.line,
            },
            confidence: 'certain',
          }
        : null;
    const said = subject && {
      ...subject,
      value: inFull(subject.value, foldLetters(subject.value), areas, issued?.place ?? null),
    };
    const signed = issuerInSignature(signature);
    if (said && (!inHead || foldLetters(said.value).startsWith(foldLetters(printed ?? '')))) return said;
    if (inHead) return inHead;
    if (signed && signature)
      return {
        value: inFull(signed, foldLetters(signed), areas, issued?.place ?? null),
        from: signature.from,
        confidence: 'likely',
      };
    return said;
  }
}

/** A name from capitals as the text itself writes it, where it does. */
function casedLike(document: Document): (name: string) => string {
  return name => {
    const [, ...rest] = name.split(' ');
    // Without the word for the office: the text names the unit.
    for (let skip = 0; skip < Math.min(4, rest.length - 1); skip += 1) {
      const part = rest.slice(skip).join(' ');
      const folded = foldLetters(part);
      for (const section of document.body) {
        const at = section.folded.indexOf(folded);
        const printed = at < 0 ? '' : section.text.slice(at, at + part.length);
        if (printed !== '' && /\p{Lu}/u.test(printed) && /\p{Ll}/u.test(printed))
          return `${name.slice(0, -part.length)}${printed}`;
      }
    }
    return name;
  };
}

/** `TỈNH ỦY LÂM ĐỒNG` above `BAN TỔ CHỨC`: one name. */
function withSuperior(names: readonly string[]): string {
  const [above, own] = [names.at(-2), names.at(-1) ?? ''];
  if (!above) return own;
  const superior = foldLetters(above);
  if (/^(?:tinh|thanh) uy|^dang uy/.test(superior) && /^(?:ban|van phong|uy ban)/.test(foldLetters(own)))
    return `${own} ${above}`;
  const place = /(?:uy ban nhan dan|ubnd|hoi dong.*)\s((?:tinh|thanh pho|xa|phuong|dac khu)\s.+)$/.exec(
    superior,
  );
  const area = place?.[1] ? above.slice(above.length - place[1].length) : null;
  return area && !foldLetters(own).includes(foldLetters(placeOf(area))) ? `${own} ${area}` : own;
}

/** Of several names the one that the document puts first. */
function blocOf(
  mentions: readonly BlocMention[],
  scope: Scope,
): { name: string; mention: BlocMention; mentions: BlocMention[] } | null {
  if (scope !== 'bloc_plan' && scope !== 'member_unit_plan') return null;
  const WEIGHT = {
    header: 6,
    title: 6,
    text: 1,
    citation: scope === 'member_unit_plan' ? 4 : 0.2,
    recipients: 0.5,
  };
  const groups = new Map<string, BlocMention[]>();
  for (const one of mentions) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  const weighed = [...groups.values()].map(group => ({
    group,
    weight: group.reduce((sum, one) => sum + WEIGHT[one.place] + (one.acts ? 4 : 0), 0),
  }));
  const longestOf = (group: readonly BlocMention[]) => Math.max(...group.map(one => one.name.length));
  const best = weighed.toSorted((a, b) => b.weight - a.weight || longestOf(b.group) - longestOf(a.group))[0]
    ?.group;
  const printed = best?.filter(one => one.place !== 'header') ?? [];
  const candidates = printed.length > 0 ? printed : (best ?? []);
  const longest = candidates.toSorted((a, b) => b.name.length - a.name.length)[0];
  const fuller = best?.find(
    one =>
      one.place === 'header' && longest && foldLetters(one.name).startsWith(`${foldLetters(longest.name)} `),
  );
  const name = fuller?.name ?? longest?.name;
  return longest && best && name ? { name, mention: longest, mentions: best } : null;
}

/** Blocs within a sector are named with its head. */
const OWN_SECTOR =
  /^(?:cong an|bo (?!noi vu)|tong cong ty|tap doan|so giao duc|bo doi|thue|kho bac|toa an|vien kiem sat|bao hiem|ngan hang|dai hoc|tong cuc)/;

/** Names that end in a sort of units, not in a place of their own. */
const SORT = /(?:cong an xa|cac (?:xa|phuong|tinh)|xa, phuong|tinh, thanh pho)$/;

/** The place from the letterhead, where the name itself has none. */
function blocInFull(name: string, areas: readonly Area[], heads: readonly string[]): string {
  if (areasIn(name, foldLetters(name)).length > 0) return name;
  if (/\b(?:tinh|xa|phuong|thanh pho)$/.test(foldLetters(name)) && !SORT.test(foldLetters(name)))
    return inFull(name, foldLetters(name), areas, null);
  const superior = heads.length > 1 ? heads.at(-2) : undefined;
  if (superior && OWN_SECTOR.test(foldLetters(superior)))
    return foldLetters(name).includes(foldLetters(superior))
      ? name
      : `${withoutHead(name, superior)} ${superior}`;
  const area = superior ? areasIn(superior, foldLetters(superior)).at(-1) : undefined;
  return area ? `${name} ${area.name}` : name;
}

/** "… thuộc Bộ" before "Bộ Xây dựng". */
function withoutHead(name: string, superior: string): string {
  const head = superior.split(' ')[0] ?? '';
  return foldLetters(name).endsWith(` ${foldLetters(head)}`) ? name.slice(0, -head.length - 1) : name;
}

function communeOf(areas: readonly Area[], place: string | null): string | null {
  const named =
    place === null ? undefined : areas.find(area => area.kind === 'commune' && placeOf(area.name) === place);
  return named?.name ?? mostNamed(areas, 'commune');
}

/** Only where it says more than the date itself. */
function boundOf(citations: readonly Citation[], issued: IssueDate | null): Identity['lowerBound'] {
  if (issued?.date) return null;
  const bound = lowerBound(citations.filter(one => !contradictsItself(one)));
  if (!bound) return null;
  const known =
    issued?.month && issued.year ? `${issued.year}-${String(issued.month).padStart(2, '0')}-01` : null;
  if (known !== null && bound.day < known) return null;
  return bound;
}

const YEAR = /\bnam(?:\s+hoc)?\s+(20\d\d)\b/;

function yearOf(title: Title | null, issued: IssueDate | null, document: Document): number | null {
  const inTitle = YEAR.exec(title?.folded ?? '')?.[1] ?? /\b(20\d\d)\b/.exec(title?.folded ?? '')?.[1];
  if (inTitle) return Number(inTitle);
  const intro = document.intro
    .map(section => YEAR.exec(section.folded)?.[1])
    .find(found => found !== undefined);
  return intro ? Number(intro) : (issued?.year ?? null);
}
