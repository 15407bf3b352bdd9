import "server-only";
import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterAccount } from "next-auth/adapters";
import { database } from "@/lib/data/client";
import { endOfSession, hashSessionToken } from "./session-cookie";

/**
 * next-auth's store. It keeps less than the stock one: sessions by the hash of their token, and of
 * a provider's account only who it is, never its tokens.
 */
export function adapter(): Adapter {
  const stock = PrismaAdapter(database()) as Adapter;
  return {
    ...stock,
    async createSession(session) {
      const { userId, sessionToken } = session;
      const now = new Date();
      await database().session.create({
        data: {
          userId,
          sessionToken: hashSessionToken(sessionToken),
          createdAt: now,
          expires: endOfSession(now, now),
        },
      });
      return session;
    },
    async linkAccount({ userId, type, provider, providerAccountId }: AdapterAccount) {
      await database().account.create({ data: { userId, type, provider, providerAccountId } });
    },
  };
}
