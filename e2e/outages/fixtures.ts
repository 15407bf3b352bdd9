import path from "node:path";
import { test as base } from "../fixtures";
import { startOwnProduct, type OwnProduct } from "./own-product";

/** Tests that kill parts: on a product of their own, so that no other test notices. */
export const test = base.extend<{ baseURL: string }, { product: OwnProduct }>({
  product: [
    async ({}, use, { workerIndex }) => {
      const folder = process.env.E2E_DATA ?? path.resolve(import.meta.dirname, "../../.data");
      const product = await startOwnProduct(path.join(folder, `outages-${workerIndex}`));
      // The support for all tests looks here; this process runs no others.
      Object.assign(process.env, product.variables);
      await use(product);
      await product.stop();
    },
    { scope: "worker", auto: true, timeout: 180_000 },
  ],
  baseURL: async ({ product }, use) => {
    await use(product.variables.BASE_URL ?? "");
  },
});

export { expect } from "@playwright/test";
