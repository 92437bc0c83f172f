/** Writes down each recorded week: every measure, and the digest that chains the weeks together. */
import { asState, Digest } from "../kernel/index.ts";
import {
  CELLS,
  count,
  emptyCounts,
  leftToPeople,
  measures,
  PARTIES,
  readCells,
  standingOf,
  type WeekView,
} from "../model/measures/index.ts";
import { peopleSchema } from "../model/world/people.ts";
import { providersSchema } from "../model/world/providers.ts";
import { workersSchema } from "../model/world/workers.ts";
import type { World } from "../model/world/world.ts";

type AnyTable = World["people"] | World["workers"] | World["providers"];

export class Recorder {
  readonly digest = new Digest();
  readonly weekDigests: string[] = [];
  /** One row a measure, one value a recorded week. */
  readonly series: Float64Array[];
  private readonly counts = asState(emptyCounts());
  private readonly flow: Float64Array;
  private readonly movedBefore: Float64Array;
  private readonly received = new Float64Array(PARTIES.length);
  private readonly standing = new Float64Array(PARTIES.length);
  private readonly drift = new Float64Array(4);
  private readonly cellPeople = new Float64Array(CELLS);
  private readonly cellLife = new Float64Array(CELLS);
  private readonly startPeople = new Float64Array(CELLS);
  private readonly startLife = new Float64Array(CELLS);
  private started = 0;
  private eventsSeen = 0;

  constructor(
    world: World,
    weeks: number,
    private readonly fullDigest: boolean,
  ) {
    this.series = measures.map(() => new Float64Array(weeks));
    this.flow = new Float64Array(world.ledger.moved.length);
    this.movedBefore = new Float64Array(world.ledger.moved.length);
  }

  /** Takes in the founding: all agents' state. */
  founded(world: World): void {
    this.state(world);
  }

  /** Before the first phase of a recorded week. */
  before(world: World): void {
    this.movedBefore.set(world.ledger.moved);
    // Later weeks begin as the week before them ended.
    if (this.started === 0) this.setReceived(world);
  }

  /** After the last phase of recorded week `week`; `closes` at the end of a year or of the run. */
  after(world: World, week: number, closes: boolean): void {
    const { moved } = world.ledger;
    for (let purpose = 0; purpose < moved.length; purpose++) {
      this.flow[purpose] = moved[purpose] - this.movedBefore[purpose];
    }
    count(world, this.counts);
    const driftOfAll = this.setDrift();
    this.setReceived(world);
    const view: WeekView = {
      world,
      counts: this.counts,
      flow: this.flow,
      received: this.received,
      drift: this.drift,
      driftOfAll,
    };
    for (let index = 0; index < measures.length; index++) {
      const value = measures[index].of(view);
      this.series[index][week] = value;
      this.digest.number(value);
    }
    for (let purpose = 0; purpose < moved.length; purpose++) this.digest.number(moved[purpose]);
    this.takeEvents(world);
    if (closes || this.fullDigest) this.state(world);
    this.weekDigests.push(this.digest.hex().slice(0, 16));
  }

  /** What each party has more than when this was last asked. */
  private setReceived(world: World): void {
    const standing = standingOf(world, leftToPeople(world));
    PARTIES.forEach((party, index) => {
      this.received[index] = standing[party] - this.standing[index];
      this.standing[index] = standing[party];
    });
  }

  /** Quality of life against the first recorded week, cell by cell at that week's weights. */
  private setDrift(): number {
    const { cellPeople, cellLife } = this;
    readCells(this.counts.lives, cellPeople, cellLife);
    if (this.started === 0) {
      this.startPeople.set(cellPeople);
      this.startLife.set(cellLife);
      this.started = 1;
    }
    let all = 0;
    let weights = 0;
    for (let group = 0; group < 4; group++) {
      let sum = 0;
      let weight = 0;
      for (let cell = group * 2; cell < group * 2 + 2; cell++) {
        const start = this.startPeople[cell];
        if (start === 0 || cellPeople[cell] === 0) continue;
        sum += start * (cellLife[cell] / cellPeople[cell] - this.startLife[cell] / start);
        weight += start;
      }
      this.drift[group] = weight > 0 ? sum / weight : Number.NaN;
      all += sum;
      weights += weight;
    }
    return weights > 0 ? all / weights : Number.NaN;
  }

  private takeEvents(world: World): void {
    for (let index = this.eventsSeen; index < world.events.count; index++) this.takeEvent(world.events, index);
    this.eventsSeen = world.events.count;
  }

  private takeEvent({ columns }: World["events"], index: number): void {
    this.digest.word(columns.week[index]);
    this.digest.word(columns.kind[index]);
    this.digest.word(columns.agent[index]);
    this.digest.word(columns.other[index]);
    this.digest.number(columns.amount[index]);
    this.digest.word(columns.cause[index]);
  }

  /** Everything about every living agent, in key order; references go by key, so that rows do not matter. */
  private state(world: World): void {
    this.table(world, world.people, peopleSchema);
    this.table(world, world.workers, workersSchema);
    this.table(world, world.providers, providersSchema);
  }

  private table(world: World, table: AnyTable, schema: typeof table.schema): void {
    const { live, liveCount, keys } = table;
    this.digest.word(liveCount);
    this.digest.column(keys, live, liveCount);
    for (const [name, spec] of Object.entries(schema)) {
      const values = table.columns[name as keyof typeof table.columns];
      if (spec.refersTo !== undefined) this.references(world, spec.refersTo, values, live, liveCount);
      else if (spec.unit !== "account") this.digest.column(values, live, liveCount);
      else this.balances(world, values, live, liveCount);
    }
  }

  private references(world: World, target: string, values: Int32Array, live: Int32Array, count_: number): void {
    const { people, workers, providers } = world;
    const tables: Readonly<Record<string, AnyTable>> = { people, workers, providers };
    const { keys } = tables[target];
    for (let index = 0; index < count_; index++) {
      const row = values[live[index]];
      this.digest.word(row < 0 ? 0 : keys[row]);
    }
  }

  /** Accounts count by what is in them. */
  private balances(world: World, accounts: Int32Array, live: Int32Array, count_: number): void {
    const { balances } = world.ledger;
    for (let index = 0; index < count_; index++) this.digest.number(balances[accounts[live[index]]]);
  }
}
