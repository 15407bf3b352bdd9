import { beforeEach, expect, test } from "vitest";
import { buildApiWorld } from "@/lib/testing/api-builder";
import { useDatabase } from "@/lib/testing/database";
import { apiRoute } from "./api-route";

useDatabase();

let secret: string;

beforeEach(async () => {
  ({ secret } = await buildApiWorld());
});

const asked = (path: string, key: string) =>
  new Request(`http://127.0.0.1:3000/api/v1${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });

test("an address without parameters refuses a key that nobody was given", async () => {
  const answer = await apiRoute("/key").GET(asked("/key", "rk_unknown"), { params: undefined });
  expect(answer.status).toBe(401);
});

test.each(["/key", "/rooms", "/people"] as const)(
  "%s answers although Next hands it no parameters",
  async (path) => {
    const answer = await apiRoute(path).GET(asked(path, secret), { params: undefined });
    expect(answer.status, await answer.text()).toBe(200);
  },
);
