import { addDays, type Day, dayOf } from '../../src/core/day.ts';

/**
 * The Vietnamese lunar calendar from astronomy, only to check the dates written in src/core/holidays.ts.
 * New moons and the sun's longitude after J. Meeus, "Astronomical Algorithms", ch. 25 and 49, largest terms
 * only: good to a few minutes, which is enough unless a new moon falls that close to midnight in Vietnam.
 */
const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
const J2000 = 2_451_545;
const instantOf = (julian: number) => new Date((julian - 2_440_587.5) * 86_400_000);
const julianOf = (instant: Date) => instant.getTime() / 86_400_000 + 2_440_587.5;

/** Day in Vietnam of the k-th new moon after that of 6 January 2000. */
function newMoon(k: number): Day {
  const t = k / 1236.85;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const correction =
    -0.4072 * sin(moon) +
    0.17241 * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * latitude) +
    0.00739 * sin(moon - sun) -
    0.00514 * sin(moon + sun) +
    0.00208 * sin(2 * sun) -
    0.00111 * sin(moon - 2 * latitude) -
    0.00057 * sin(moon + 2 * latitude) +
    0.00056 * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * sin(sun + 2 * latitude) +
    0.00038 * sin(sun - 2 * latitude) -
    0.00024 * sin(2 * moon - sun) -
    0.00017 * sin(node);
  /** Earth's clock runs about 70 s behind the even time of astronomy in these years. */
  return dayOf(instantOf(mean + correction - 70 / 86_400));
}

/** Which of the twelve 30° steps of its yearly way the sun is in as a day begins; step 9 starts at the winter solstice. */
function sunStep(on: Day): number {
  const t = (julianOf(new Date(Date.parse(`${on}T00:00:00+07:00`))) - J2000) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly);
  const longitude = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** First days of the lunar months from the one holding the winter solstice of `year − 1` to that of `year`. */
function monthsBetweenSolstices(year: number): Day[] {
  const first = (solsticeYear: number) => {
    let k = Math.round((solsticeYear - 2000) * 12.3685) + 14;
    // The eleventh month is the last that begins before the sun reaches the solstice.
    while (newMoon(k) > `${solsticeYear}-12-24` || sunStep(newMoon(k)) === 9) k--;
    return k;
  };
  const months: Day[] = [];
  for (let k = first(year - 1); k <= first(year); k++) months.push(newMoon(k));
  return months;
}

/** The day of a lunar date; months 11 and 12 are those before Tết of `year`, leap months are passed over. */
export function lunarDay(year: number, month: number, date: number): Day {
  const starts = monthsBetweenSolstices(year);
  const leap =
    starts.length < 14 ? -1 : starts.findIndex((start, i) => i > 0 && sameStep(start, starts[i + 1]));
  const start = starts.filter((_, i) => i !== leap)[(month + 1) % 12];
  if (start === undefined) throw new RangeError(`no lunar month ${month}`);
  return addDays(start, date - 1);
}

/** A month in which the sun enters no new step is the leap one. */
function sameStep(start: Day, next: Day | undefined): boolean {
  return next !== undefined && sunStep(start) === sunStep(next);
}
