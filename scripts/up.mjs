// `npm run up`: everything that the product needs, from a bare checkout. Until the packages are
// installed, only Node's own modules can be loaded.
import "./start/require-node.mjs";
import { runProduct } from "./start/run-product.mjs";
import { readSettings } from "./start/settings.mjs";

await runProduct(readSettings, "production");
