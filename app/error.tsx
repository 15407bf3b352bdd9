"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { errorPage } from "@/lib/words/en/error-page";

const RETRY_AFTER_MS = 5_000;

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for a page that could not be made, and makes it again as soon as that works. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();

  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });

  useEffect(() => {
    const timer = setTimeout(retry, RETRY_AFTER_MS);
    return () => clearTimeout(timer);
  });

  return (
    <main className="mx-auto max-w-xl px-5 py-10">
      <h1 className="text-2xl font-bold">{errorPage.title}</h1>
      <p className="mt-4 mb-6 max-w-measure" role="status">
        {errorPage.text}
      </p>
      <Button variant="filled" onClick={retry}>
        {errorPage.retry}
      </Button>
      {error.digest && <p className="mt-6 text-sm text-quiet">{error.digest}</p>}
    </main>
  );
}
