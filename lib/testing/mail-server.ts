import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll } from "vitest";

/** One mail as the server got it: the envelope, the bytes, and what another parser reads in them. */
export type ReceivedMail = { to: string[]; raw: string; parsed: ParsedMail };

/** How the server meets a mail; the default is to take it. */
export type Mood =
  | "takes"
  | "busy"
  | "no such mailbox"
  | "relaying denied"
  | "takes and hangs up"
  | "takes and says nothing"
  | "says nothing to the address";

const ANSWER: Partial<Record<Mood, { code: number; text: string }>> = {
  busy: { code: 451, text: "4.3.2 come back later" },
  "no such mailbox": { code: 550, text: "5.1.1 no such mailbox" },
  "relaying denied": { code: 550, text: "5.7.1 relaying denied" },
};

/**
 * A real SMTP server for the test file. It forgets its mails after each test; `state.asked` counts
 * how often it was offered one.
 */
export function useMailServer() {
  const received: ReceivedMail[] = [];
  const state: { mood: Mood; asked: number } = { mood: "takes", asked: 0 };

  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo(_address, _session, done) {
      state.asked += 1;
      if (state.mood === "says nothing to the address") return;
      const answer = ANSWER[state.mood];
      done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const to = session.envelope.rcptTo.map(({ address }) => address);
        void simpleParser(raw).then((parsed) => {
          received.push({ to, raw, parsed });
          if (state.mood === "takes and hangs up") hangUp();
          else if (state.mood !== "takes and says nothing") done();
        });
      });
    },
  });
  const hangUp = () => server.connections.forEach((connection) => connection.close());

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => {
    received.length = 0;
    Object.assign(state, { mood: "takes", asked: 0 });
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const url = () => `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return { received, state, url };
}
