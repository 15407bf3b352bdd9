import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import type { Picture } from "./call-state";

type PictureViewProps = {
  picture: Picture;
  isMirrored?: boolean;
  /** A screen is shown whole; a face may be cut at the sides. */
  isWhole?: boolean;
  /** Stands in its place until the first frame has come. */
  children: ReactNode;
};

/** A moving picture. Its name stands beside it, so it has none of its own. */
export function PictureView(props: PictureViewProps) {
  const { picture, isMirrored = false, isWhole = false, children } = props;
  const video = useRef<HTMLVideoElement>(null);
  const [hasFrame, setHasFrame] = useState(false);
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    picture.attach(element);
    return () => void picture.detach(element);
  }, [picture]);
  return (
    <>
      <video
        ref={video}
        aria-hidden
        muted
        playsInline
        autoPlay
        disablePictureInPicture={isMirrored}
        onLoadedData={() => setHasFrame(true)}
        className={`size-full ${isWhole ? "object-contain" : "object-cover"} ${isMirrored ? "-scale-x-100" : ""}`}
      />
      {!hasFrame && <div className="absolute inset-0">{children}</div>}
    </>
  );
}
