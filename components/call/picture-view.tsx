import { useLayoutEffect, useRef } from "react";
import type { Picture } from "./call-state";

type PictureViewProps = {
  picture: Picture;
  isMirrored?: boolean;
  /** A screen is shown whole; a face may be cut at the sides. */
  isWhole?: boolean;
};

/** A moving picture. Its name stands beside it, so it has none of its own. */
export function PictureView({ picture, isMirrored = false, isWhole = false }: PictureViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    picture.attach(element);
    return () => void picture.detach(element);
  }, [picture]);
  return (
    <video
      ref={video}
      aria-hidden
      muted
      playsInline
      autoPlay
      disablePictureInPicture={isMirrored}
      className={`size-full ${isWhole ? "object-contain" : "object-cover"} ${isMirrored ? "-scale-x-100" : ""}`}
    />
  );
}
