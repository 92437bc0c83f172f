/** Laws of supply: what the council may pay to keep providers up, and how far quality moves. */
import { ProviderKind } from "../../model/world/codes.ts";
import { PURPOSES } from "../../model/world/accounts.ts";
import { qualityBent } from "../../model/world/founding-providers.ts";
import type { World } from "../../model/world/world.ts";
import { weeklyLaw } from "../weekly.ts";

const SUPPORT = PURPOSES.indexOf("providerSupport");

export const E25 = weeklyLaw(
  "E25",
  "Emergency support goes from the council to providers large enough for it, each of them at its overdraft limit " +
    "afterwards, and never beyond the sum that policy gives to a year.",
  ["payments", "weeks with support"],
  (notes) => {
    let world: World | undefined;
    let sinceApril = 0;
    let paid: [number, number, number][] = [];
    return {
      founded: (founded) => {
        world = founded;
      },
      transfer: (from, to, pence, purpose) => {
        if (purpose === SUPPORT) paid.push([from, to, pence]);
      },
      before: (phase, now) => {
        if (phase !== "calendar") return;
        paid = [];
        if (now.timetable.aprilWeek[now.week] === 1) sinceApril = 0;
      },
      after: (phase, now) => {
        if (phase !== "money" || paid.length === 0 || world === undefined) return;
        const { providers, ledger, era, week, accounts } = now;
        const { account, kind, clients, costMean } = providers.columns;
        notes.seen("weeks with support");
        for (const [from, to, pence] of paid) {
          notes.seen("payments");
          sinceApril += pence;
          const row = providers.live.subarray(0, providers.liveCount).find((each) => account[each] === to) ?? -1;
          const large =
            row >= 0 && kind[row] !== ProviderKind.inHouse && clients[row] >= era.providers.emergencyClients;
          notes.unless(
            from === accounts.council && large,
            () => `week ${week}: support of ${pence} from ${from} to ${to}`,
          );
          const limit = era.providers.overdraftWeeks * Math.max(costMean[row], 1);
          const over = ledger.balances[to] + limit;
          const holds = over >= 0 && over <= 2 * ledger.unit;
          notes.unless(
            holds,
            () => `week ${week}: provider ${providers.keys[row]} stands ${over} pence over its limit`,
          );
        }
        const yearly = era.providers.emergencySupport * era.size.scale;
        notes.unless(sinceApril <= yearly, () => `week ${week}: ${sinceApril} pence of support, ${yearly} in the year`);
      },
    };
  },
);

/** Quality has moved by no more than this from a firm's own bent: the most that has been allowed so far. */
const mostMoved = ({ timetable, week }: World): number =>
  Math.max(...timetable.eras.slice(0, timetable.eraOfWeek[week] + 1).map((era) => era.providers.qualityMostMoved));

export const E26 = weeklyLaw(
  "E26",
  "A provider's quality stays within reach of its own bent, and it spares no more than all of what it pays for travel.",
  ["providers of moved quality"],
  (notes) => ({
    week: (world) => {
      const { providers, week } = world;
      const { quality, withheld } = providers.columns;
      const most = mostMoved(world);
      for (const row of providers.live.subarray(0, providers.liveCount)) {
        const moved = quality[row] - qualityBent(world, row);
        if (moved !== 0) notes.seen("providers of moved quality");
        const holds = Math.abs(moved) <= most + 1e-9 && withheld[row] >= 0 && withheld[row] <= 1;
        const says = (): string =>
          `week ${week}: provider ${providers.keys[row]} moved ${moved}, spares ${withheld[row]}`;
        notes.unless(holds, says);
      }
    },
  }),
);
