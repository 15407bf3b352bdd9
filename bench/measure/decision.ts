import { percentile } from "@/bench/support/percentile";
import type { Row } from "@/bench/support/row";
import { decideJoin } from "@/lib/domain/room/decide-join";
import { joinQuestion } from "@/lib/testing/join-question-builder";

const BATCHES = 50;
const EACH = 20_000;

/** The pure decision alone, as often as one core can take it: what all checks cost without their facts. */
export async function measureDecision(): Promise<Row[]> {
  const question = joinQuestion();
  const perSecond = Array.from({ length: BATCHES }, () => {
    const began = performance.now();
    for (let count = 0; count < EACH; count += 1) decideJoin(question);
    return (1_000 * EACH) / (performance.now() - began);
  });
  const value = percentile(perSecond, 50);
  return [{ what: "the pure decision alone", value, unit: "/s", target: null, note: "one core" }];
}
