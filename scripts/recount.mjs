// Counts a ballot again from its export, with nothing of the assistant's own: node scripts/recount.mjs FILE
import { readFileSync } from 'node:fs';

const ballot = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
const { options, papers, electors, voted, base, threshold, quorum, seats, round, rounds, published } = ballot;
const reaches = (votes, of, { num, den, strict }) =>
  strict
    ? BigInt(votes) * BigInt(den) > BigInt(num) * BigInt(of)
    : BigInt(votes) * BigInt(den) >= BigInt(num) * BigInt(of);
const fault = text => {
  console.error(text);
  process.exit(1);
};
if (papers.length !== voted.length) fault(`${papers.length} papers, ${voted.length} voters`);
if (new Set(voted).size !== voted.length || voted.some(name => !electors.includes(name)))
  fault('a voter twice, or a stranger');
if (papers.some(paper => !/^[ynb]+$/.test(paper) || paper.length !== options.length))
  fault('a paper that is none');

const count = options.map((option, n) => ({ option, yes: papers.filter(paper => paper[n] === 'y').length }));
const of = base === 'all' ? electors.length : papers.length;
const passed = count
  .filter(one => one.yes > 0 && reaches(one.yes, of, threshold))
  .sort((a, b) => b.yes - a.yes);
let kind = 'decided';
let chosen = passed;
if (!reaches(papers.length, electors.length, quorum)) [kind, chosen] = ['no_quorum', []];
else if (seats !== null) {
  const cut = passed[seats - 1]?.yes;
  const tied = passed.length > seats && passed[seats].yes === cut;
  chosen = tied ? passed.filter(one => one.yes > cut) : passed.slice(0, seats);
  const again = round < rounds && (tied || (chosen.length < seats && options.length > chosen.length));
  if (tied || again) kind = again ? 'next_round' : 'tie';
}
for (const { option, yes } of count) console.log(`${option}: ${yes}/${of}`);
const found = { kind, chosen: chosen.map(one => one.option) };
if (JSON.stringify(found) !== JSON.stringify(published))
  fault(`recounted ${JSON.stringify(found)}, published ${JSON.stringify(published)}`);
console.log('the same result');
if (ballot.decision) console.log(`decided apart from the count: ${JSON.stringify(ballot.decision)}`);
