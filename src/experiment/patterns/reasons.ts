/** Where the market answers otherwise than the sources say: the mechanism that the answer comes from. */

/** By claim; good as long as the runs answer so, and shown only then. */
export const REASONS: Readonly<Record<string, string>> = Object.freeze({
  P3b:
    "Pay follows the floor by a fixed share of each rise (`labour.floorPassOn`) and a fixed rise each April " +
    "(`labour.yearlyRise`), whatever the margin; only raises against vacancies ask for a margin. So differentials " +
    "narrow in both arms, because the floor rises, and hardly more where fees lag: what gives way there is " +
    "drawings, margins and pay for travel.",
  P5b:
    "How often workers move hangs on pay, hours and strain, and on how many agencies the council contracts with only " +
    "as far as `labour.churnByAgencies` says. No size of that is known; both arms have a small one.",
  P5d:
    "Whoever stops by itself is mostly small: closures fall with size, and a large member hardly ever fails. With " +
    "five members the others shrink, so those that stop leave fewer behind. P5g asks what the pattern means: what " +
    "happens when the largest does fail.",
  P5f: "As in P5d: in six years few of the five stop, and the others have become small.",
  P5g:
    "One failure in each run, and how full the other agencies happen to be in that quarter moves its wake more " +
    "than anything: more seeds would be needed.",
  P7a:
    "A quarter of the people moved employ assistants, whose hour is paid at 1.5 times the wage floor " +
    "(`directPayment.assistantRate`) where an agency's is paid at the fee. That saving is in the rate, an input, " +
    "and larger than what support, planning and monitoring cost in the model (P7c); training of staff, which " +
    "councils named first, is not in it. See [direct-payments.md](direct-payments.md).",
  P7b:
    "As in P7a, seen in the people who were moved: half of them buy from agencies and cost the council what they " +
    "did; those with assistants cost less.",
  P7d:
    "Managed hours fall by a ninth. Agencies lose little density by that, since holders and self-funders buy " +
    "hours of the same agencies in the same streets, and a tender's bids follow expected cost only within a floor " +
    "and a ceiling.",
  P7e:
    "Nothing in the model makes dear packages badly commissioned: the council pays the same fee for each hour of " +
    "all of them. They save a little more because a third of these people employ assistants when moved, against a " +
    "quarter of the rest.",
  P10b:
    "Assistants give 8.1 hours for £100, against 6.8 of managed home care and 6.7 of community options; agencies' " +
    "hours at the private price come to 5.9, and half as many holders buy those as employ assistants. Money that " +
    "waits for an assistant to be found is counted as put in before it is taken back.",
  P10d:
    "The measure knows only holders who have found an agency. Who finds none waits, and is in P10c, where the " +
    "hours that came are set against all the money put in.",
  P10e:
    "A logged visit under time and task is paid for what came, so that nothing is lost which a bank could save. " +
    "The bank turns time that would be unpaid into care that is paid: more hours for more money, at the same " +
    "price.",
  P11d:
    "Need that is not met grows from 3 to more than 4 %, and that lowers lives. Against it the quality of the agency " +
    "that the mean client has still rises by a fifth of a standard deviation over the decade, because brokers and " +
    "buyers draw agencies by quality: [model.md](model.md) takes the change apart, term by term. Without austerity " +
    "the drift is upward; beside that council lives are worse (P11e).",
  P12d:
    "A third of those who leave hospital for short-term help need no package afterwards, and a third of that help " +
    "comes from the council's own team, which has room: so fewer look for a place while in hospital. The fund's " +
    "money is new money here, with staff to be had for it; in 2015-16 it replaced other money while demand and " +
    "shortage of staff grew (PSE 2017).",
});
