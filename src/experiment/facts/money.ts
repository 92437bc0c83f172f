/** Fees, what an agency hour costs, and what people pay towards their care. */
import { labourPerHour, unitCost } from "../../model/rules/cost.ts";
import { budgetOf } from "../../model/week/choice.ts";
import { fullCost } from "../../model/world/agency-costs.ts";
import { Funding, isManaged, ProviderKind, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { EVERY, meanOf, part, type Fact, type Share } from "./fact.ts";
import { financialYear, meanOver } from "./window.ts";

const [FIRST, FOURTH, YEAR] = [financialYear(2010), financialYear(2013), financialYear(2014)] as const;
const LIVING_WAGE = financialYear(2016);
const FEE = "prices.frameworkFee";

/** GDP deflator, 2022-23 = 100, in 2010-11 and 2013-14 (E1-046). */
const DEFLATOR_FIRST = 76.58;
const DEFLATOR_FOURTH = 80.886;
/** Surplus in the published minimum price, as a share of the price (E2-035: 0.60 of 20.69). */
const SURPLUS = 0.03;

/** Sums something over agencies, each weighted by the hours it has agreed to give. */
const byAgencyHours =
  (of: (world: World, agency: number) => Share) =>
  (world: World): Share => {
    const { providers } = world;
    const { kind, booked } = providers.columns;
    let [parts, wholes] = [0, 0];
    for (let index = 0; index < providers.liveCount; index++) {
      const agency = providers.live[index];
      if (kind[agency] !== ProviderKind.agency || booked[agency] <= 0) continue;
      const [one, other] = of(world, agency);
      parts += booked[agency] * one;
      wholes += booked[agency] * other;
    }
    return [parts, wholes];
  };

/** Pay and on-costs of an agency's hour over its full cost, per cent. */
const labourShare = byAgencyHours((world, agency) => {
  const { wage, travel, workers, withheld } = world.providers.columns;
  const labour = labourPerHour(world.era, wage[agency], travel[agency], workers[agency], withheld[agency]);
  return [100 * labour, fullCost(world, agency)];
});

/** The full cost of an agency's hour with all travel time paid and a surplus, over the legal wage floor. */
const minimumPriceRatio = byAgencyHours((world, agency) => {
  const { wage, travel, workers, booked, overheadRatio } = world.providers.columns;
  const era = { ...world.era, wages: { ...world.era.wages, paidTravelShare: 1 } };
  const cost = unitCost(
    era,
    world.market.priceIndex,
    wage[agency],
    travel[agency],
    workers[agency],
    booked[agency] / 60,
    overheadRatio[agency],
    0,
  );
  return [cost / (1 - SURPLUS), era.wages.floor];
});

/** What the council pays a provider for an hour of managed care, pence. */
function feeOf({ providers, council, era, market }: World, provider: number): number {
  const { kind, price } = providers.columns;
  if (kind[provider] === ProviderKind.agency) return council.fee;
  return kind[provider] === ProviderKind.inHouse ? era.framework.inHouseCost * market.priceIndex : price[provider];
}

/** What a person's long-term care of the week costs before charges, pence; 0 where nobody pays for any. */
export function grossCost(world: World, row: number): number {
  const { funding, stage, provider, delivered, rate } = world.people.columns;
  if (stage[row] !== Stage.served) return 0;
  if (funding[row] === Funding.directPayment) return budgetOf(world, row);
  if (!isManaged(funding[row]) || funding[row] === Funding.shortTerm || provider[row] < 0) return 0;
  return (delivered[row] / 60) * feeOf(world, provider[row]) * (rate[row] > 0 ? rate[row] : 1);
}

const OLDER = 0;

/** Charges as assessed over gross long-term community spending, per cent, of the groups asked for. */
const chargeShare =
  (isOf: (group: number) => boolean) =>
  (world: World): Share => {
    const { people } = world;
    const { charge, group } = people.columns;
    let [charges, gross] = [0, 0];
    for (let index = 0; index < people.liveCount; index++) {
      const row = people.live[index];
      if (!isOf(group[row])) continue;
      const cost = grossCost(world, row);
      charges += Math.min(charge[row], cost);
      gross += cost;
    }
    return [100 * charges, gross];
  };

const chargesOf = (label: string, target: number, isOf: (group: number) => boolean) =>
  part({
    label,
    unit: "%",
    target,
    tolerance: 3,
    figure: { from: "world", window: YEAR, every: EVERY, of: chargeShare(isOf) },
  });

export const money: readonly Fact[] = [
  {
    id: "C03",
    fact: "Framework fee per contact hour, standard-rate basis",
    source: "E2-008",
    input: { how: "opening fee only", parameters: ["framework.openingFee"] },
    fitting: { how: "how the budget gap holds fees down", parameters: ["framework.gapEffect"] },
    parts: [
      part({
        label: "fee, 2014-15",
        unit: "GBP per hour",
        target: 13.7,
        tolerance: 0.6,
        decimals: 2,
        figure: meanOf(FEE, YEAR),
      }),
    ],
  },
  {
    id: "C04",
    fact: "Real change of that fee, by the GDP deflator",
    source: "E2-003, E2-004, E2-005, E2-006, E1-046",
    input: undefined,
    fitting: {
      how: "the level of the first year, and how the budget gap holds fees down",
      parameters: ["framework.openingFee", "framework.gapEffect"],
    },
    parts: [
      part({
        label: "change, 2010-11 to 2013-14",
        unit: "%",
        target: -5,
        tolerance: 3,
        figure: {
          from: "measures",
          window: FOURTH,
          of: (run) => {
            const nominal = meanOver(run, FEE, FOURTH) / meanOver(run, FEE, FIRST);
            return 100 * ((nominal * DEFLATOR_FIRST) / DEFLATOR_FOURTH - 1);
          },
        },
      }),
    ],
  },
  {
    id: "C13",
    fact: "Labour in an agency's cost; that cost with travel paid and a surplus, over the wage",
    source: "E2-035, E2-039, E7-010",
    input: {
      how: "partly: the form of the cost, with travel, leave, mileage and running costs of the published breakdown",
      parameters: [
        "wages.trainingShare",
        "prices.payShare",
        "wages.leaveShare",
        "labour.travelShare",
        "labour.attendance",
        "prices.mileagePerHour",
        "prices.overheadPerHour",
      ],
    },
    fitting: undefined,
    parts: [
      part({
        label: "labour over full cost, 2016-17",
        unit: "%",
        target: 65,
        tolerance: 5,
        figure: { from: "world", window: LIVING_WAGE, every: EVERY, of: labourShare },
      }),
      part({
        label: "minimum price over the wage, 2016-17",
        unit: "ratio",
        target: 2.3,
        tolerance: 0.2,
        decimals: 2,
        figure: { from: "world", window: LIVING_WAGE, every: EVERY, of: minimumPriceRatio },
      }),
    ],
  },
  {
    id: "C14",
    fact: "Charges as a share of long-term community spending",
    source: "E5-027",
    input: undefined,
    fitting: {
      how: "incomes above the protected minimum, and the share of them that is charged",
      parameters: ["assessment.excessIncome", "assessment.chargeShare"],
    },
    parts: [
      chargesOf("all, 2014-15", 11, () => true),
      chargesOf("18 to 64, 2014-15", 6, (group) => group !== OLDER),
      chargesOf("65 and over, 2014-15", 20, (group) => group === OLDER),
    ],
  },
];
