import { useEffect, useId, useRef, type ReactNode } from "react";

type ModalProps = { title: string; onClose: () => void; children: ReactNode };

/** A question over the call: the browser's own dialog, which keeps the focus and closes on Escape. */
export function Modal({ title, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // The browser gives the focus back only where it closes the dialog itself.
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-full max-w-md rounded border border-line bg-surface p-6 text-ink shadow-dialog backdrop:bg-ground/70 max-sm:mb-3"
    >
      <h2 id={titleId} className="mb-2 text-lg">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
