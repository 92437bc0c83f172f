/** Where the market answers otherwise than the sources say: the mechanism that the answer comes from. */

/** By claim; good as long as the runs answer so, and shown only then. */
export const REASONS: Readonly<Record<string, string>> = Object.freeze({
  P3b:
    "Pay over the floor gives way where margins are thin (`providers.squeezePremium`), and some margins are thin where " +
    "fees follow too: so differentials narrow in both arms, and by 0.4 points more where fees lag. Drawings and pay " +
    "for travel give way first, and vacancies hold pay up.",
  P5d:
    "Whoever stops by itself is mostly small: closures fall with size, and a large member hardly ever fails. With " +
    "five members the others shrink, so those that stop leave fewer behind. P5g asks what the pattern means: what " +
    "happens when the largest does fail.",
  P5f: "As in P5d: in six years few of the five stop, and the others have become small.",
  P5g:
    "One failure in each run, and how full the other agencies happen to be in that quarter moves its wake more " +
    "than anything: more seeds would be needed.",
  P7b:
    "Half of the people moved buy from agencies and cost the council what they did. A quarter employ assistants, whose " +
    "hour is paid at 1.5 times the wage floor (`directPayment.assistantRate`) where an agency's is paid at the fee. That " +
    "saving is in the rate, an input, and larger than what support, planning and monitoring cost in the model (P7c); " +
    "training of staff, which councils named first, is not in it. See [direct-payments.md](direct-payments.md).",
  P7d:
    "Managed hours fall by a ninth. Agencies lose little density by that, since holders and self-funders buy " +
    "hours of the same agencies in the same streets, and a tender's bids follow expected cost only within a floor " +
    "and a ceiling.",
  P10e:
    "A logged visit under time and task is paid for what came, so that nothing is lost which a bank could save. " +
    "The bank turns time that would be unpaid into care that is paid: more hours for more money, at the same " +
    "price.",
  P12c:
    "Half of it is that the fund's money is new here, and with it the council refuses fewer: some 350 people stand refused " +
    "instead of 500, and who is refused is admitted more often than who is served. Where nobody is refused in either arm, " +
    "admissions fall by 50. That half is people whom reablement leaves without a need (`nhs.reablementEffect`): they go, " +
    "and nobody counts where they are admitted; with none so helped, admissions rise by 50. In 2015-16 the fund replaced " +
    "other money while demand grew (PSE 2017), and kept nobody from being refused.",
  P12d:
    "Some 900 days a year, which one seed or another makes 700 or 1,400 by how many wait at once: twenty seeds do not tell " +
    "a fall of a tenth from none. What the fund does to delays goes both ways: fewer come back in a crisis, and more are in " +
    "care who may go to hospital.",
});
