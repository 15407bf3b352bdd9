"use client";

import { useState, type ReactNode } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";

type CopyButtonProps = {
  text: string;
  copy: string;
  copied: string;
  variant?: ButtonVariant;
  /** The browser keeps the clipboard shut. */
  onRefused?: () => void;
  /** What it copies, in words for those who hear the page. */
  children?: ReactNode;
};

/** Copies a text by one press, and says that it did. */
export function CopyButton(props: CopyButtonProps) {
  const { text, copy, copied, variant = "plain", onRefused, children } = props;
  const [isCopied, setIsCopied] = useState(false);
  const toClipboard = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      setIsCopied(false);
      onRefused?.();
    }
  };
  return (
    <Button variant={variant} onClick={toClipboard}>
      <span aria-live="polite">{isCopied ? copied : copy}</span>
      {children}
    </Button>
  );
}
