import type { Metadata } from "next";
import { words } from "@/lib/words/words";

const say = words("settings");

export const metadata: Metadata = { title: say("keys") };

export default function KeysPage() {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{say("keys")}</h2>
      <p className="max-w-measure">{say("keys-lead")}</p>
    </section>
  );
}
