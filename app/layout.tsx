import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { typeface } from "@/components/shell/typeface";
import { words } from "@/lib/words/words";

const say = words("shell");

/** Each answer carries its own nonce, so no page is made ahead. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: say("product"), template: `%s · ${say("product")}` },
  description: say("description"),
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = { viewportFit: "cover", colorScheme: "light dark" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={typeface}>
      <body>{children}</body>
    </html>
  );
}
