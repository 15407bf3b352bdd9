import { createServer, type Server } from "node:net";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Dispatch } from "@/lib/domain/webhook/attempt";
import { useWebhookReceiver, verified } from "@/lib/testing/webhook-receiver";
import { webhookSender } from "./send-webhook";

const receiver = useWebhookReceiver();

const SECRET = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const OLD_SECRET = `whsec_${Buffer.alloc(32, 2).toString("base64")}`;

const dispatch = (url: string, more: Partial<Dispatch> = {}): Dispatch => ({
  url,
  messageId: "msg_1",
  body: '{"type":"ping","timestamp":"2027-03-09T14:00:00.000Z","data":{}}',
  at: new Date(),
  secrets: [SECRET],
  ...more,
});

const open = webhookSender({ isLoopbackAllowed: true });

describe("where webhooks never go", () => {
  const strict = webhookSender({ isLoopbackAllowed: false });

  // prettier-ignore
  test.each([
    "127.0.0.1", "127.1.2.3", "2130706433", "0x7f.1", "0177.0.0.1", "0.0.0.0", "10.0.0.1", "172.16.0.1",
    "192.168.0.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1",
    "224.0.0.1", "255.255.255.255", "168.63.129.16",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]", "[::a9fe:a9fe]",
    "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1]", "[fec0::1]", "[fc00::1]",
    "[fd00:ec2::254]", "[ff02::1]", "[4000::1]",
  ])("an address that is not public: %s", async (host) => {
    const attempt = await strict.send(dispatch(`https://${host}:${receiver.port()}/`));
    expect(attempt).toMatchObject({ status: null, error: "address-refused" });
    expect(receiver.received).toEqual([]);
  });

  test("a name of this machine", async () => {
    const attempt = await strict.send(dispatch(`https://localhost:${receiver.port()}/`));
    expect(attempt.error).toBe("address-refused");
  });

  test.each(["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "::7f00:1"])(
    "a name that leads to %s, alone or beside a public address",
    async (address) => {
      const family = address.includes(":") ? 6 : 4;
      for (const others of [[], [{ address: "93.184.216.34", family: 4 }]]) {
        const lookup: LookupFunction = (_name, options, answer) =>
          options.all
            ? answer(null, [...others, { address, family }])
            : answer(null, address, family);
        const sender = webhookSender({ isLoopbackAllowed: false, lookup });
        const url = `https://hooks.example.org:${receiver.port()}/`;
        expect((await sender.send(dispatch(url))).error).toBe("address-refused");
      }
    },
  );

  test("a name that led somewhere else when it was checked before", async () => {
    const answers = ["127.0.0.1", "10.0.0.1"];
    const lookup: LookupFunction = (_name, options, answer) => {
      const address = answers.shift() ?? "";
      if (options.all) answer(null, [{ address, family: 4 }]);
      else answer(null, address, 4);
    };
    const sender = webhookSender({ isLoopbackAllowed: true, lookup });
    const url = `http://rebound.example.org:${receiver.port()}/`;
    expect((await sender.send(dispatch(url))).error).toBeNull();
    expect((await sender.send(dispatch(url))).error).toBe("address-refused");
    expect(answers).toEqual([]);
    expect(receiver.received).toHaveLength(1);
  });

  test("any address without TLS", async () => {
    const attempt = await strict.send(dispatch(receiver.url()));
    expect(attempt).toMatchObject({ status: null, error: "not-https" });
    expect(receiver.received).toEqual([]);
  });

  test.each(["10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]", "127.0.0.2"])(
    "%s, where only one's own machine is allowed",
    async (host) => {
      const attempt = await open.send(dispatch(`http://${host}:${receiver.port()}/`));
      expect(attempt.error).toBe("address-refused");
    },
  );
});

test("where one's own machine is allowed, it is reached", async () => {
  expect(await open.send(dispatch(receiver.url()))).toMatchObject({ status: 204, error: null });
  expect(receiver.received).toHaveLength(1);
});

describe("what a receiver gets", () => {
  test("is refused by the library when it was changed, is too old, or signed by another", async () => {
    await open.send(dispatch(receiver.url()));
    await open.send(dispatch(receiver.url(), { at: new Date(Date.now() - 10 * 60_000) }));
    const [fresh, old] = receiver.received;
    if (!fresh || !old) throw new Error("nothing was received");
    const tampered = { ...fresh, body: fresh.body.replace("ping", "pong") };
    expect(() => verified(SECRET, tampered)).toThrow("No matching signature");
    const renamed = { ...fresh, headers: { ...fresh.headers, "webhook-id": "msg_2" } };
    expect(() => verified(SECRET, renamed)).toThrow("No matching signature");
    expect(() => verified(OLD_SECRET, fresh)).toThrow("No matching signature");
    expect(() => verified(SECRET, old)).toThrow("too old");
    expect(verified(SECRET, fresh)).toMatchObject({ type: "ping" });
  });

  test("is signed by both secrets during a rotation", async () => {
    await open.send(dispatch(receiver.url(), { secrets: [SECRET, OLD_SECRET] }));
    const [message] = receiver.received;
    if (!message) throw new Error("nothing was received");
    expect(verified(SECRET, message).type).toBe("ping");
    expect(verified(OLD_SECRET, message).type).toBe("ping");
    expect(message.headers).toMatchObject({
      "webhook-id": "msg_1",
      "content-type": "application/json",
    });
  });
});

describe("an answer", () => {
  test.each([
    [200, null],
    [204, null],
    [301, "redirected"],
    [307, "redirected"],
    [400, "bad-status"],
    [410, "bad-status"],
    [500, "bad-status"],
  ])("of %i means %s", async (status, error) => {
    receiver.state.answer = (response) =>
      response.writeHead(status, { location: receiver.url() }).end();
    expect(await open.send(dispatch(receiver.url()))).toMatchObject({ status, error });
    expect(receiver.received).toHaveLength(1);
  });

  test("without end is cut off, and its status counts", async () => {
    let closed = new Promise<void>(() => {});
    receiver.state.answer = (response) => {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
      };
      response.on("drain", pour);
      closed = new Promise((resolve) => response.on("close", resolve));
      pour();
    };
    expect(await open.send(dispatch(receiver.url()))).toMatchObject({ status: 200, error: null });
    await closed;
  });

  test("that never comes is waited for only so long", async () => {
    let closed = new Promise<void>(() => {});
    receiver.state.answer = (response) => {
      closed = new Promise((resolve) => response.on("close", resolve));
    };
    const hasty = webhookSender({ isLoopbackAllowed: true, answerMs: 100 });
    const attempt = await hasty.send(dispatch(receiver.url()));
    expect(attempt).toMatchObject({ status: null, error: "timeout" });
    await closed;
  });
});

describe("a receiver that is none", () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  async function raw(greeting: string | null): Promise<string> {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      if (greeting === null) socket.destroy();
      else socket.once("data", () => socket.write(greeting));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  test.each([
    ["hangs up", null, "no-connection"],
    ["speaks something else", "220 mail.example.org ESMTP\r\n\r\n", "no-http"],
    ["sends a head without end", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}`, "no-http"],
    ["sends a head drop by drop", "HTTP/1.1 200 OK\r\nx: y", "timeout"],
    [
      "wants to speak something else",
      "HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
      "no-connection",
    ],
  ])("%s", async (_, greeting, error) => {
    const hasty = webhookSender({ isLoopbackAllowed: true, answerMs: 500 });
    expect((await hasty.send(dispatch(await raw(greeting)))).error).toBe(error);
  });

  test("is not there", async () => {
    const url = await raw(null);
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect((await open.send(dispatch(url))).error).toBe("no-connection");
  });

  test("has no TLS", async () => {
    const url = receiver.url().replace("http:", "https:");
    expect((await open.send(dispatch(url))).error).toBe("certificate");
  });

  test("has a name that nobody knows", async () => {
    const lookup: LookupFunction = (_name, _options, answer) =>
      answer(Object.assign(new Error("queryA ENOTFOUND"), { code: "ENOTFOUND" }), "", 4);
    const sender = webhookSender({ isLoopbackAllowed: false, lookup });
    const attempt = await sender.send(dispatch("https://nowhere.example.org/"));
    expect(attempt.error).toBe("name-not-found");
  });
});
