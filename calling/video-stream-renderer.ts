import type {
  LocalVideoStream,
  RemoteVideoStream,
  ScalingMode,
  VideoStreamRenderer,
  VideoStreamRendererView,
} from "@/public/calling/rostrum-calling";
import { OwnVideoStream } from "./local-video-stream";
import { TheirVideoStream } from "./remote-video-stream";

type ViewOptions = { scalingMode?: ScalingMode; isMirrored?: boolean };

const OBJECT_FIT = {
  Stretch: "fill",
  Crop: "cover",
  Fit: "contain",
} as const satisfies Record<ScalingMode, string>;

/** Makes elements that show a stream, and takes them away again. */
export class StreamRenderer implements VideoStreamRenderer {
  readonly #views = new Set<StreamView>();

  constructor(private readonly stream: LocalVideoStream | RemoteVideoStream) {}

  async createView(options: ViewOptions = {}): Promise<VideoStreamRendererView> {
    const video = document.createElement("video");
    const hide = await show(this.stream, video);
    const view = new StreamView(video, options, () => {
      hide();
      this.#views.delete(view);
    });
    this.#views.add(view);
    return view;
  }

  dispose(): void {
    for (const view of [...this.#views]) view.dispose();
  }
}

/** @returns a function that ends it. */
async function show(
  stream: LocalVideoStream | RemoteVideoStream,
  video: HTMLVideoElement,
): Promise<() => void> {
  // Its size on the page is what the media server sends it in.
  if (stream instanceof TheirVideoStream) return stream.showIn(video);
  if (stream instanceof OwnVideoStream) return showOwn(stream, video);
  video.srcObject = await stream.getMediaStream();
  return () => undefined;
}

async function showOwn(stream: OwnVideoStream, video: HTMLVideoElement): Promise<() => void> {
  const follow = async () => void (video.srcObject = await stream.hold(video));
  await follow().catch((error: unknown) => {
    stream.letGo(video);
    throw error;
  });
  const stopFollowing = stream.whenSwitched(() => void follow());
  return () => {
    stopFollowing();
    stream.letGo(video);
  };
}

class StreamView implements VideoStreamRendererView {
  readonly target = document.createElement("div");
  readonly isMirrored: boolean;
  #scalingMode: ScalingMode = "Crop";

  constructor(
    private readonly video: HTMLVideoElement,
    { scalingMode = "Crop", isMirrored = false }: ViewOptions,
    private readonly onDispose: () => void,
  ) {
    this.isMirrored = isMirrored;
    Object.assign(video, { muted: true, autoplay: true, playsInline: true });
    Object.assign(video.style, { width: "100%", height: "100%" });
    if (isMirrored) video.style.transform = "scaleX(-1)";
    Object.assign(this.target.style, { width: "100%", height: "100%" });
    this.target.append(video);
    this.#scale(scalingMode);
  }

  get scalingMode(): ScalingMode {
    return this.#scalingMode;
  }

  async updateScalingMode(scalingMode: ScalingMode): Promise<void> {
    this.#scale(scalingMode);
  }

  dispose(): void {
    this.onDispose();
    this.video.srcObject = null;
    this.target.remove();
  }

  #scale(scalingMode: ScalingMode): void {
    this.#scalingMode = scalingMode;
    this.video.style.objectFit = OBJECT_FIT[scalingMode];
  }
}
